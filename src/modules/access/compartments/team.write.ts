import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'

/** Ends somebody's part in a team from a day on, or everybody's; who joined on that day was never on it. */
export async function endTeam(
  db: Tx<'access'>,
  compartmentId: string,
  on: PlainDate,
  accountId?: string,
): Promise<void> {
  const rows = sql<boolean>`compartment_id = ${compartmentId}::uuid and valid_at @> ${on}::date
    and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}::uuid)`
  await db
    .deleteFrom('access.compartment_team')
    .where(rows)
    .where(sql<boolean>`lower(valid_at) = ${on}::date`)
    .execute()
  await db
    .updateTable('access.compartment_team')
    .set({ valid_at: sql`daterange(lower(valid_at), ${on}::date)` })
    .where(rows)
    .execute()
}
