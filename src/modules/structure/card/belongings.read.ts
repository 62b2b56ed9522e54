import { sql } from 'kysely'
import type { Tx } from '#kernel/server/work.ts'
import { sourceOf } from '../acts.read.ts'

const sourceColumns = ['s.code', 's.title_vi', 's.title_en', 's.grade', 's.address'] as const

/** Facts, aliases, organs and counterparts of a unit through its whole life, the present ones first. */
export async function listBelongings(db: Tx<'structure'>, unitId: string) {
  const newest = sql`lower(x.valid_at) desc`
  const facts = await db
    .selectFrom('structure.fact as x')
    .innerJoin('structure.source as s', 's.code', 'x.source')
    .select(['x.kind', 'x.value', 'x.valid_at', ...sourceColumns])
    .where('x.unit_id', '=', unitId)
    .orderBy('x.kind')
    .orderBy(newest)
    .execute()
  const aliases = await db
    .selectFrom('structure.alias as x')
    .innerJoin('structure.source as s', 's.code', 'x.source')
    .select(['x.name', 'x.valid_at', ...sourceColumns])
    .where('x.unit_id', '=', unitId)
    .orderBy(newest)
    .execute()
  const organs = await db
    .selectFrom('structure.organ as x')
    .innerJoin('structure.source as s', 's.code', 'x.source')
    .select(['x.id', 'x.kind', 'x.name', 'x.aliases', 'x.valid_at', ...sourceColumns])
    .where('x.unit_id', '=', unitId)
    .orderBy('x.kind')
    .orderBy(newest)
    .execute()
  const counterparts = await db
    .selectFrom('structure.counterpart as x')
    .innerJoin('structure.source as s', 's.code', 'x.source')
    .select(['x.id', 'x.kind', 'x.name', 'x.valid_at', ...sourceColumns])
    .where('x.unit_id', '=', unitId)
    .orderBy('x.kind')
    .orderBy(newest)
    .execute()
  return {
    facts: facts.map((row) => ({ kind: row.kind, value: row.value, valid: row.valid_at, source: sourceOf(row) })),
    aliases: aliases.map((row) => ({ name: row.name, valid: row.valid_at, source: sourceOf(row) })),
    organs: organs.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      aliases: row.aliases,
      valid: row.valid_at,
      source: sourceOf(row),
    })),
    counterparts: counterparts.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      valid: row.valid_at,
      source: sourceOf(row),
    })),
  }
}
