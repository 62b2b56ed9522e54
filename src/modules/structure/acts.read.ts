import type { DatePrecision, PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { ActLine } from './words.contract.ts'

interface SourceRow {
  code: string
  title_vi: string
  title_en: string
  grade: string
  address: string | null
}

/** A source row as the contracts show it. */
export function sourceOf(row: SourceRow): ActLine['source'] {
  return {
    code: row.code,
    title: { vi: row.title_vi, en: row.title_en },
    grade: row.grade as ActLine['source']['grade'],
    address: row.address,
  }
}

/** Acts by id, in effective order, with their decisions and sources. */
export async function listActs(db: Tx<'structure'>, ids: readonly string[]): Promise<ActLine[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('structure.act as a')
    .innerJoin('structure.source as s', 's.code', 'a.source')
    .selectAll('a')
    .select(['s.code', 's.title_vi', 's.title_en', 's.grade', 's.address'])
    .where('a.id', 'in', [...ids])
    .orderBy('a.effective_on')
    .orderBy('a.place')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActLine['kind'],
    effective: { on: row.effective_on as PlainDate, precision: row.effective_precision as DatePrecision },
    decision:
      row.decision_kind || row.decision_symbol
        ? { kind: row.decision_kind, symbol: row.decision_symbol, on: row.decision_on, organ: row.decision_organ }
        : null,
    revoked: row.revoked_kind
      ? { kind: row.revoked_kind, symbol: row.revoked_symbol, on: row.revoked_on, organ: row.revoked_organ }
      : null,
    note: row.note_vi ? { vi: row.note_vi, en: row.note_en ?? row.note_vi } : null,
    source: sourceOf(row),
  }))
}
