import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { period } from '#kernel/db/fragments.ts'
import type { Tx } from '#kernel/server/work.ts'
import { endedOn } from './grant.rules.ts'

/** Shortens every row of a grant to before a day; what lies after it goes, and stays known as once believed. */
export async function cutGrant(db: Tx<'access'>, grantId: string, on: PlainDate): Promise<void> {
  const rows = await db.selectFrom('access.held_grant').select('valid_at').where('id', '=', grantId).execute()
  for (const { valid_at } of rows) {
    const left = endedOn(valid_at, on)
    const row = sql<boolean>`id = ${grantId}::uuid and valid_at = ${period(valid_at)}`
    if (left === null) await db.deleteFrom('access.held_grant').where(row).execute()
    else if (valid_at.until === null || valid_at.until > on) {
      await db
        .updateTable('access.held_grant')
        .set({ valid_at: period(left) })
        .where(row)
        .execute()
    }
  }
}
