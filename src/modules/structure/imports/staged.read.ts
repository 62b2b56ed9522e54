import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Reach } from '#kernel/server/ports.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { EnteredDecision } from '../acts/act-input.contract.ts'
import type { Layout } from './heads.rules.ts'
import type { CellChange } from './judged.rules.ts'
import type { Fault } from './rows.rules.ts'

/** An import as it is kept. */
export interface KeptImport {
  readonly id: string
  readonly accountId: string
  readonly under: string
  readonly effective: PlainDate
  readonly decision: typeof EnteredDecision._output
  readonly fileId: string
  readonly reach: Reach
  readonly reachOn: PlainDate
  readonly state: 'waiting' | 'reading' | 'read' | 'refused' | 'failed' | 'committed'
  readonly total: number | null
  readonly done: number
  readonly layout: Layout | null
  readonly refusal: { readonly why: Sentence; readonly place: string | null } | null
  /** Rows of each verdict; null as long as it is being read. */
  readonly counts: Counts | null
  readonly acts: readonly { readonly actId: string; readonly kind: string; readonly units: number }[] | null
}

/** How many rows got which verdict. */
export type Counts = Readonly<Record<StagedRow['verdict'], number>>

/** A row as it was judged and kept. */
export interface StagedRow {
  readonly no: number
  readonly verdict: 'new' | 'changed' | 'same' | 'refused'
  readonly name: string
  readonly unitId: string | null
  readonly given: readonly string[]
  readonly changes: readonly CellChange[]
  readonly faults: readonly Fault[]
}

/** An import by its id, if it is this account's own; commands read past row-level security, so it is asked for. */
export async function findImport(db: Tx<'structure'>, id: string, accountId: string): Promise<KeptImport | undefined> {
  const row = await db
    .selectFrom('structure.import')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && keptImport(row)
}

/** The row of an import as code knows it. */
export function keptImport(row: {
  id: string
  account_id: string
  under_id: string
  effective_on: PlainDate
  decision: unknown
  file_id: string
  reach: unknown
  reach_on: PlainDate
  state: string
  rows_total: number | null
  rows_done: number
  layout: unknown
  refusal: unknown
  counts: unknown
  acts: unknown
}): KeptImport {
  return {
    id: row.id,
    accountId: row.account_id,
    under: row.under_id,
    effective: row.effective_on,
    decision: row.decision as KeptImport['decision'],
    fileId: row.file_id,
    reach: row.reach as Reach,
    reachOn: row.reach_on,
    state: row.state as KeptImport['state'],
    total: row.rows_total,
    done: row.rows_done,
    layout: row.layout as Layout | null,
    refusal: row.refusal as KeptImport['refusal'],
    counts: row.counts as Counts | null,
    acts: row.acts as KeptImport['acts'],
  }
}

/** Counts the rows that are staged so far. */
export async function countStaged(db: Tx<'structure'>, importId: string): Promise<Counts> {
  const rows = await db
    .selectFrom('structure.import_row')
    .select(({ fn }) => ['verdict', fn.countAll<number>().as('rows')])
    .where('import_id', '=', importId)
    .groupBy('verdict')
    .execute()
  const count = (of: string) => rows.find(({ verdict }) => verdict === of)?.rows ?? 0
  return { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }
}

/** Rows of an import in the order of the sheet; of one verdict, after a row, at most so many. */
export async function listStaged(
  db: Tx<'structure'>,
  importId: string,
  { verdict, after = 0, limit }: { verdict?: string | undefined; after?: number | undefined; limit?: number } = {},
): Promise<StagedRow[]> {
  const { rows } = await sql<{ rows: StagedRow[] }>`
    select coalesce(json_agg(t), '[]') as rows from (
      select r.row_no as no, r.verdict, r.name, r.unit_id as "unitId", r.given, r.changes, r.faults
      from structure.import_row r where r.import_id = ${importId}::uuid and r.row_no > ${after}
        ${verdict ? sql`and r.verdict = ${verdict}` : sql``} order by r.row_no ${limit === undefined ? sql`` : sql`limit ${limit}`}) t`.execute(
    db,
  )
  return rows[0]!.rows
}
