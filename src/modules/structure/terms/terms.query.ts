import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { terms } from './terms.contract.ts'

type Grade = 'seed' | 'found' | 'own'

export default handle(terms, async ({ db, asOf }) => {
  const types = await db.selectFrom('structure.unit_type').selectAll().orderBy('rank').execute()
  const under = await db
    .selectFrom('structure.unit_type_under')
    .selectAll()
    .orderBy('type')
    .orderBy('parent_type')
    .execute()
  const kinds = await db
    .selectFrom('structure.kind')
    .selectAll()
    .orderBy('family')
    .orderBy('rank')
    .orderBy(sql`lower(valid_at)`)
    .execute()
  const measures = await db.selectFrom('structure.measure').selectAll().orderBy('rank').execute()
  return {
    asOf,
    types: types.map((row) => ({
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
      shortName: row.short_name_vi ? { vi: row.short_name_vi, en: row.short_name_en ?? row.short_name_vi } : null,
      valid: row.valid_at,
      rank: row.rank,
      mayBeRoot: row.may_be_root,
      isPartyOrganisation: row.is_party_organisation,
      isGrassroots: row.is_grassroots,
      isCell: row.is_cell,
      membersFrom: row.members_from,
      membersBelow: row.members_below,
      ownNumberSeries: row.own_number_series,
      termMonths: row.term_months,
      grade: row.grade as Grade,
      unconfirmed: row.unconfirmed,
      note: row.note_vi ? { vi: row.note_vi, en: row.note_en ?? row.note_vi } : null,
    })),
    under: under.map((row) => ({
      type: row.type,
      parentType: row.parent_type,
      valid: row.valid_at,
      grade: row.grade as Grade,
    })),
    kinds: kinds.map((row) => ({
      family: row.family as 'organ' | 'counterpart' | 'fact' | 'agency',
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
      valueType: row.value_type,
      choices: row.choices ?? [],
      restricted: row.restricted,
      grade: row.grade as Grade,
    })),
    measures: measures.map((row) => ({
      code: row.code,
      name: { vi: row.name_vi, en: row.name_en },
      definition: { vi: row.definition_vi, en: row.definition_en },
      computed: row.computed as 'direct' | 'below' | 'none',
      types: row.types,
    })),
  }
})
