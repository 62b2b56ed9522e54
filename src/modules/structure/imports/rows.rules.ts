import { PlainDate } from '#kernel/contract/dates.ts'
import { isClean } from '../clean-text.rules.ts'
import type { Layout, Taken } from './heads.rules.ts'
import { placeIn } from './places.rules.ts'

/** Why a row is refused; each has its sentence in imports.text.vi.ts. */
export const faultCodes = [
  'no_name',
  'no_type',
  'unclean',
  'too_long',
  'no_date',
  'unknown_id',
  'unknown_type',
  'type_and_code_differ',
  'may_not_stand_there',
  'unknown_superior',
  'ambiguous_superior',
  'superior_and_code_differ',
  'superior_outside',
  'superior_refused',
  'ambiguous_name',
  'outside',
  'out_of_reach',
  'unit_twice',
  'row_twice',
  'key_twice',
  'circle',
  'another_day',
  'ends_before_it_begins',
  'ends_by_another_act',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** What is wrong with a row, and the cell (`C17`) it lies in. `why` is said by a plan, where the code alone would not do. */
export interface Fault {
  readonly field: Taken
  readonly place: string
  readonly code: FaultCode | 'blocked'
  readonly params?: Readonly<Record<string, string | number>>
  readonly why?: { readonly vi: string; readonly en: string }
}

/** A line of the list by the meaning of its columns. `shortName` is null where the list has no such column: then nothing is said of it. */
export interface Row {
  readonly no: number
  readonly id: string
  readonly name: string
  readonly shortName: string | null
  readonly type: string
  readonly typeCode: string
  readonly parent: string
  readonly parentId: string
  readonly from: string
  readonly until: string
  readonly faults: readonly Fault[]
  place(field: Taken): string
  fault(field: Taken, code: FaultCode, params?: Fault['params']): Fault
}

const longest = { name: 300, shortName: 100 } as const

/** Reads a line of the list. */
export function rowOf(line: readonly string[], no: number, layout: Layout): Row {
  const text = (field: Taken) => {
    const column = layout.at[field]
    return column === undefined ? '' : (line[column] ?? '').trim()
  }
  const placeOf = placeIn(layout, no)
  // Of two cells that say the same in two ways, the one that says something.
  const place = (field: Taken) =>
    placeOf(
      field === 'parent' && text('parent') === '' && text('parentId') !== ''
        ? 'parentId'
        : field === 'type' && text('type') === '' && text('typeCode') !== ''
          ? 'typeCode'
          : field,
    )
  const fault = (field: Taken, code: FaultCode, params?: Fault['params']): Fault => ({
    field,
    place: place(field),
    code,
    ...(params ? { params } : {}),
  })
  const faults: Fault[] = []
  for (const field of ['name', 'shortName'] as const) {
    if (!isClean(text(field))) faults.push(fault(field, 'unclean'))
    else if (text(field).length > longest[field]) faults.push(fault(field, 'too_long', { most: longest[field] }))
  }
  const isDay = PlainDate.safeParse(text('until')).success
  if (text('until') !== '' && !isDay) faults.push(fault('until', 'no_date'))
  return {
    no,
    id: text('id'),
    name: text('name'),
    shortName: layout.at.shortName === undefined ? null : text('shortName'),
    type: text('type'),
    typeCode: text('typeCode'),
    parent: text('parent'),
    parentId: text('parentId'),
    from: text('from'),
    until: isDay ? text('until') : '',
    faults,
    place,
    fault,
  }
}
