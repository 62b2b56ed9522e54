import { sql } from 'kysely'
import type { Engine } from '#kernel/db/engine.ts'

/** Something the engine has acknowledged: a row that must be there, or how far a counter has come. */
export type Acknowledged = { readonly row: number } | { readonly counter: number; readonly reached: number }

/** A series of numbers from 0 up to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const writers = 4

/** Makes the tables of the workload; harmless when they are there. */
export async function prepareWorkload(engine: Engine): Promise<void> {
  await engine.script(`
    create table if not exists written (id bigint primary key, text text not null);
    create index if not exists written_by_text on written (text);
    create table if not exists counter (id int primary key, n bigint not null);
    create table if not exists purse (id int primary key, coins bigint not null);
    insert into counter select i, 0 from generate_series(1, ${writers}) i on conflict do nothing;
    insert into purse select i, 1000 from generate_series(1, 50) i on conflict do nothing;`)
}

/** Writes until the process ends, four at once, and tells what was acknowledged. Ids begin after `lastId`. */
export async function workload(
  engine: Engine,
  seed: number,
  lastId: number,
  acknowledge: (what: Acknowledged) => void,
): Promise<never> {
  const random = seeded(seed)
  const upTo = (n: number) => Math.floor(random() * n)
  let id = lastId
  async function writer(me: number): Promise<never> {
    for (;;) {
      const kind = random()
      if (kind < 0.5) {
        const row = ++id
        const text = 'x'.repeat(1 + upTo(2000))
        await sql`insert into written values (${row}, ${text})`.execute(engine.db)
        acknowledge({ row })
      } else if (kind < 0.7) {
        const { rows } = await sql<{ n: number }>`update counter set n = n + 1 where id = ${me} returning n`.execute(
          engine.db,
        )
        acknowledge({ counter: me, reached: rows[0]!.n })
      } else if (kind < 0.9) {
        await engine.db.transaction().execute(async (tx) => {
          const coins = upTo(10)
          await sql`update purse set coins = coins - ${coins} where id = ${1 + upTo(50)}`.execute(tx)
          await sql`update purse set coins = coins + ${coins} where id = ${1 + upTo(50)}`.execute(tx)
        })
      } else if (kind < 0.96) {
        const from = id + 1
        id += 300
        await sql`insert into written select i, md5(i::text) || repeat('y', 1500) from generate_series(${from}::bigint, ${id}::bigint) i`.execute(engine.db) // biome-ignore format: one statement
        for (let row = from; row <= from + 299; row++) acknowledge({ row })
      } else if (kind < 0.98) {
        const name = sql.ref(`short_lived_${me}`)
        await sql`drop table if exists ${name}`.execute(engine.db)
        await sql`create table ${name} as select i from generate_series(1, 500) i`.execute(engine.db)
      } else if (kind < 0.99) {
        await sql`vacuum purse`.execute(engine.db)
      } else {
        await sql`checkpoint`.execute(engine.db)
      }
    }
  }
  return Promise.race(Array.from({ length: writers }, (_, i) => writer(i + 1)))
}
