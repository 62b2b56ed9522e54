import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '#kernel/db/engine.ts'
import { asSystem } from '#kernel/server/kernel.ts'

/** So many tries at one name may fail within the time below; then nobody signs in under it, right password or not. */
export const mostTries = 10
const minutes = 15

/** What stands for a name that was typed: without the key nobody learns it, should somebody have typed the password there. */
export function digestOfName(username: string, key: string): Buffer {
  return createHmac('sha256', key).update(`sign-in ${username.toLowerCase()}`).digest()
}

/**
 * Notes a try before the password is looked at, one try after another, so that many at once count as many. False: there were too many;
 * that one is not noted, so the wait ends although somebody goes on trying. Unknown names are counted as known ones: nothing tells them apart.
 */
export function noteTry(engine: Engine, name: Buffer): Promise<boolean> {
  return asSystem(engine, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(encode(${name}::bytea, 'hex'), 0))`.execute(tx)
    await sql`delete from access.failed_sign_in where tried_at < clock_timestamp() - make_interval(mins => ${minutes})`.execute(
      tx,
    )
    const { rows } = await sql`insert into access.failed_sign_in (name_digest) select ${name}::bytea
      where (select count(*) from access.failed_sign_in where name_digest = ${name}::bytea) < ${mostTries} returning id`.execute(
      tx,
    )
    return rows.length > 0
  })
}

/** Forgets the tries at a name: somebody signed in under it. */
export async function forgetTries(engine: Engine, name: Buffer): Promise<void> {
  await asSystem(engine, (tx) => sql`delete from access.failed_sign_in where name_digest = ${name}::bytea`.execute(tx))
}
