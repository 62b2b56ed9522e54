import { sql } from 'kysely'
import { contains, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { listUnits } from '../export/listed-units.read.ts'
import { readFrame } from '../load-history/frame.read.ts'
import type { Ground } from './judged.rules.ts'

/** Reads what a list is held against, as whoever asks may read it. */
export async function readGround(db: Tx<'structure'>, under: string, effective: PlainDate): Promise<Ground> {
  const types = await db
    .selectFrom('structure.unit_type')
    .select(['code', 'valid_at', 'name_vi', 'name_en', 'short_name_vi', 'short_name_en'])
    .execute()
  return {
    under,
    effective,
    units: await listUnits(db, effective),
    types: types
      .filter(({ valid_at }) => contains(valid_at, effective))
      .map((type) => ({
        code: type.code,
        names: namesOf(type),
        otherNames: types.filter(({ code }) => code === type.code).flatMap(namesOf),
      })),
    frame: await readFrame(db),
  }
}

function namesOf(type: {
  name_vi: string
  name_en: string
  short_name_vi: string | null
  short_name_en: string | null
}): string[] {
  return [type.name_vi, type.name_en, type.short_name_vi, type.short_name_en].filter((name) => name !== null)
}

/** Those of some units that do not lie in the reach that the transaction was told of. */
export async function listOutOfReach(db: Tx<'structure'>, units: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unnest(${units}::uuid[]) as u (id) where not structure.in_reach(u.id)`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
