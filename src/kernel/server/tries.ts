import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../db/engine.ts'
import type { Tables } from '../db/schema.gen.ts'
import { asSystem } from './kernel.ts'
import type { Limit, Tries } from './limits.ts'

/** Makes it; `secret` keys the digests, so that nobody learns from the table what was typed, should it have been a password. */
export function makeTries(engine: Engine, secret: string): Tries {
  const digestOf = ({ what }: Limit, key: string) => createHmac('sha256', secret).update(`${what}\n${key}`).digest()
  const forgetIn = async (tx: Kysely<Tables>, limit: Limit, key: string) => {
    const digest = digestOf(limit, key)
    await tx.deleteFrom('kernel.tried').where('what', '=', limit.what).where('key_digest', '=', digest).execute()
  }
  return {
    note: (limit, key) => noteTry(engine, limit, digestOf(limit, key)),
    takeBack: (id) =>
      asSystem(engine, async (tx) => void (await tx.deleteFrom('kernel.tried').where('id', '=', id).execute())),
    forget: (limit, key) => asSystem(engine, (tx) => forgetIn(tx, limit, key)),
    forgetIn,
  }
}

function noteTry(engine: Engine, { what, times, minutes }: Limit, key: Buffer): Promise<string | null> {
  return asSystem(engine, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${what} || encode(${key}::bytea, 'hex'), 0))`.execute(tx)
    await sql`delete from kernel.tried where what = ${what} and tried_at < clock_timestamp() - make_interval(mins => ${minutes})`.execute(
      tx,
    )
    const { rows } = await sql<{ id: string }>`insert into kernel.tried (what, key_digest) select ${what}, ${key}::bytea
      where (select count(*) from kernel.tried where what = ${what} and key_digest = ${key}::bytea) < ${times} returning id`.execute(
      tx,
    )
    return rows[0]?.id ?? null
  })
}

/** Forgets what no limit counts any more: after a day nothing is left of a name or an address. */
export async function forgetOldTries(engine: Engine): Promise<void> {
  await asSystem(engine, (tx) =>
    tx.deleteFrom('kernel.tried').where(sql<boolean>`tried_at < clock_timestamp() - interval '1 day'`).execute(),
  )
}

/** What is counted of an address: all of IPv4; of IPv6 the network (64 bits), of which one asker has every address. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%', 1)[0]!.split('::') as [string, string?]
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array.from({ length: missing }, () => '0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
