import { insertMany } from '#kernel/db/insert-many.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { KindEntry, TermsFile } from './terms-file.contract.ts'

type Family = 'organ' | 'counterpart' | 'fact' | 'agency'

const period = (row: { from: string; until?: string | undefined }) => ({ from: row.from, until: row.until ?? null })

/** Writes the frame anew, all of it. */
export async function writeTerms(db: Tx<'structure'>, terms: TermsFile): Promise<void> {
  for (const table of ['structure.unit_type_under', 'structure.unit_type', 'structure.kind'] as const) await db.deleteFrom(table).execute()
  await insertMany(
    db as never,
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
    type.under.map((above) => ({ type: type.code, parent_type: above.type, valid_at: period(above), grade: above.grade })),
  )
  await insertMany(db as never, 'structure.unit_type_under', under)
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
  await insertMany(db as never, 'structure.kind', kinds)
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
