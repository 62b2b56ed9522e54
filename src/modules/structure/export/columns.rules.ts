import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { type Language, say } from '#kernel/contract/text.ts'
import type { ExportedFile, ExportedUnit } from './exported-file.contract.ts'
import { sheetTexts } from './sheet.text.ts'

/** The columns of a table of units, in their order. */
export const columns = [
  { field: 'id', kind: 'text', width: 38 },
  { field: 'name', kind: 'text', width: 48 },
  { field: 'shortName', kind: 'text', width: 18 },
  { field: 'type', kind: 'text', width: 26 },
  { field: 'typeCode', kind: 'text', width: 20 },
  { field: 'parent', kind: 'text', width: 48 },
  { field: 'parentId', kind: 'text', width: 38 },
  { field: 'path', kind: 'text', width: 60 },
  { field: 'from', kind: 'text', width: 12 },
  { field: 'symbol', kind: 'text', width: 16 },
  { field: 'seat', kind: 'text', width: 24 },
  { field: 'illustrative', kind: 'text', width: 12 },
  { field: 'cells', kind: 'number', width: 12 },
] as const
export type Field = (typeof columns)[number]['field']

/** The columns with their titles. */
export function titled(language: Language) {
  return columns.map(({ field, kind, width }) => ({ title: say(sheetTexts, language, `column.${field}`), kind, width }))
}

/** The lines of the table, one for each unit. */
export function* linesOf({ units, types }: ExportedFile, language: Language) {
  const typeName = new Map(types.map(({ code, name }) => [code, name[language]]))
  const names = new Map(units.map(({ id, name }) => [id, name]))
  for (const unit of units) {
    const values: Record<Field, string | number | null> = {
      ...unit,
      type: typeName.get(unit.type) ?? unit.type,
      typeCode: unit.type,
      parent: unit.parentId && (names.get(unit.parentId) ?? null),
      path: unit.path.join(' › '),
      from: asKnown(unit.from),
      illustrative: unit.illustrative ? say(sheetTexts, language, 'illustrative') : null,
    }
    yield columns.map(({ field }) => values[field])
  }
}

/** A date as far as it is known: `2024-01-15`, `2024-01`, `2024`; null where no source says. */
export function asKnown({ on, precision }: Pick<HistoricalDate, 'on' | 'precision'>): string | null {
  if (precision === 'day') return on
  if (precision === 'month') return on.slice(0, 7)
  return precision === 'year' ? on.slice(0, 4) : null
}

/** Names of the superiors of each unit; parents stand before their children. */
export function withPaths<Unit extends Omit<ExportedUnit, 'path'>>(
  units: readonly Unit[],
): (Unit & { path: string[] })[] {
  const paths = new Map<string, string[]>()
  return units.map((unit) => {
    const path = unit.parentId === null ? [] : (paths.get(unit.parentId) ?? [])
    paths.set(unit.id, [...path, unit.name])
    return { ...unit, path }
  })
}
