import { sql } from 'kysely'
import { insertMany, periodText } from '#kernel/db/insert-many.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { KindEntry, TermsFile } from './terms-file.contract.ts'

type Family = 'organ' | 'counterpart' | 'fact' | 'agency'

const period = (row: { from: string; until?: string | undefined }) => ({ from: row.from, until: row.until ?? null })

/** Writes the frame: what differs from the one that stands; what stood before is kept as once believed. */
export async function writeTerms(db: Tx<'structure'>, terms: TermsFile): Promise<void> {
  await replaceRows(
    db,
    'structure.unit_type',
    terms.types.map((type) => ({
      code: type.code,
      valid_at: period(type),
      name_vi: type.name.vi,
      name_en: type.name.en,
      short_name_vi: type.short_name?.vi ?? null,
      short_name_en: type.short_name?.en ?? null,
      rank: type.rank,
      may_be_root: type.may_be_root,
      unconfirmed: type.unconfirmed,
      is_party_organisation: type.is_party_organisation,
      is_grassroots: type.is_grassroots,
      is_cell: type.is_cell,
      members_from: type.members_from ?? null,
      members_below: type.members_below ?? null,
      own_number_series: type.own_number_series,
      has_seal: type.has_seal ?? null,
      term_months: type.term_months ?? null,
      grade: type.grade,
      note_vi: type.note?.vi ?? null,
      note_en: type.note?.en ?? null,
    })),
  )
  const under = terms.types.flatMap((type) =>
    type.under.map((above) => ({
      type: type.code,
      parent_type: above.type,
      valid_at: period(above),
      grade: above.grade,
    })),
  )
  await replaceRows(db, 'structure.unit_type_under', under)
  const kinds = [
    ...terms.organs.map((entry) => kindRow('organ', entry)),
    ...terms.counterparts.map((entry) => kindRow('counterpart', entry)),
    ...terms.agencies.map((entry) => kindRow('agency', entry)),
    ...terms.facts.map((entry) => ({
      ...kindRow('fact', entry),
      value_type: entry.value_type,
      choices: entry.choices ?? null,
      restricted: entry.restricted,
    })),
  ]
  await replaceRows(db, 'structure.kind', kinds)
  for (const measure of terms.measures) {
    const row = {
      name_vi: measure.name.vi,
      name_en: measure.name.en,
      definition_vi: measure.definition.vi,
      definition_en: measure.definition.en,
      computed: measure.computed,
      types: measure.types,
      rank: measure.rank,
    }
    await db
      .insertInto('structure.measure')
      .values({ code: measure.code, ...row })
      .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
      .execute()
  }
}

/** Makes a table hold just these rows, touching only those that differ. */
async function replaceRows(
  db: Tx<'structure'>,
  table: 'structure.unit_type' | 'structure.unit_type_under' | 'structure.kind',
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const { rows: standing } = await sql<{ ctid: string; row: Record<string, unknown> }>`
    select t.ctid::text as ctid, to_jsonb(t) as row from ${sql.table(table)} t`.execute(db)
  const wanted = new Map(rows.map((row) => [written(row, columns), row]))
  const going: string[] = []
  for (const { ctid, row } of standing) if (!wanted.delete(written(row, columns))) going.push(ctid)
  if (going.length > 0) await sql`delete from ${sql.table(table)} where ctid = any (${going}::tid[])`.execute(db)
  await insertMany(db as never, table, [...wanted.values()])
}

/** A row as PostgreSQL's JSON would write it, for comparing. */
function written(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  const asText = (value: unknown) =>
    value && typeof value === 'object' && 'from' in value ? periodText(value as never) : (value ?? null)
  return JSON.stringify(columns.map((column) => asText(row[column])))
}

function kindRow(family: Family, entry: KindEntry) {
  return {
    family,
    code: entry.code,
    valid_at: period(entry),
    name_vi: entry.name.vi,
    name_en: entry.name.en,
    grade: entry.grade,
    value_type: null as string | null,
    choices: null as string[] | null,
    restricted: false,
    rank: entry.rank,
  }
}
