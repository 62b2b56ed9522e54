import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'

/** Whether a unit lives on a day. */
export async function livesOn(db: Tx<'structure'>, unitId: string, day: PlainDate): Promise<boolean> {
  const row = await db
    .selectFrom('structure.unit')
    .select('id')
    .where('id', '=', unitId)
    .where(sql<boolean>`life @> ${day}::date`)
    .executeTakeFirst()
  return row !== undefined
}
