import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { handle } from '#kernel/server/handle.ts'
import { namesOf } from '../powers/powers.read.ts'
import { attempts } from './attempts.contract.ts'

interface Row {
  id: string
  written_at: Instant
  account_id: string | null
  capability: string
  status: number
  code: string
}

export default (titles: (capability: string) => Sentence) =>
  handle(attempts, async ({ tx }, { capability, status, accountId, before, limit }) => {
    const { rows } = await sql<Row>`
      select id, written_at, account_id, capability, status, code from journal.attempt
      where (${capability ?? null}::text is null or capability = ${capability ?? null}::text)
        and (${status ?? null}::int is null or status = ${status ?? null}::int)
        and (${accountId ?? null}::uuid is null or account_id = ${accountId ?? null}::uuid)
        and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
      order by id desc limit ${limit + 1}`.execute(tx)
    const page = rows.slice(0, limit)
    const names = await namesOf(
      tx,
      page.flatMap(({ account_id }) => account_id ?? []),
    )
    return {
      attempts: page.map((row) => ({
        id: row.id,
        triedAt: row.written_at,
        account: row.account_id === null ? null : { id: row.account_id, name: names.get(row.account_id) ?? '' },
        capability: row.capability,
        title: titles(row.capability),
        status: row.status,
        code: row.code,
      })),
      next: rows.length > limit ? page.at(-1)!.id : null,
    }
  })
