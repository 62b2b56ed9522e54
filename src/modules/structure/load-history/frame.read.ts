import { contains, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { Frame } from './contradiction.rules.ts'
import { valueFits } from './file.rules.ts'

/** The frame (types, what may stand where, kinds, measures) as the data of this installation has it. */
export async function readFrame(db: Tx<'structure'>): Promise<Frame> {
  const types = await db.selectFrom('structure.unit_type').select(['code', 'valid_at', 'may_be_root']).execute()
  const under = await db.selectFrom('structure.unit_type_under').select(['type', 'parent_type', 'valid_at']).execute()
  const kinds = await db.selectFrom('structure.kind').select(['family', 'code', 'value_type', 'choices']).execute()
  const measures = new Set((await db.selectFrom('structure.measure').select('code').execute()).map(({ code }) => code))
  const onDay = (type: string, day: PlainDate) => types.find((row) => row.code === type && contains(row.valid_at, day))
  return {
    typeOn: (type, day) => onDay(type, day) !== undefined,
    mayStandUnder: (type, parentType, day) =>
      parentType === null
        ? onDay(type, day)?.may_be_root === true
        : under.some((row) => row.type === type && row.parent_type === parentType && contains(row.valid_at, day)),
    hasKind: (family, code) => kinds.some((kind) => kind.family === family && kind.code === code),
    factValueFits: (code, value) => {
      const kind = kinds.find((row) => row.family === 'fact' && row.code === code)
      return valueFits(kind?.value_type ?? 'text', kind?.choices ?? [], value)
    },
    hasMeasure: (code) => measures.has(code),
  }
}
