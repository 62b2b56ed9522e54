import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { asSuperuser } from '#test/attack.ts'
import { foundPerson, fresh, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const Input = z.object({ code: z.string(), fail: z.string().optional() })
const writing = command('structure.try-writing', {
  input: Input,
  output: z.object({ code: z.string() }),
  permission: 'signed-in',
  reads: 'settings',
  articles: ['thử'],
  refusals: ['by_law'],
})

let own: OwnCapabilities
let person: Person
let woken = 0
beforeAll(async () => {
  const { product } = await harness()
  const listeners = new Map([
    [
      'structure.written',
      [{ event: 'structure.written', hear: async (_work: unknown, news: unknown) => listen(news) }],
    ],
  ])
  const listen = (news: unknown) => {
    if ((news as { fail?: string }).fail === 'listener') throw new Error('a listener failed')
  }
  own = await ownCapabilities(
    [
      handle(writing, async (work, { code, fail }) => {
        await work.db
          .insertInto('structure.source')
          .values({ code, title_vi: 'x', title_en: 'x', grade: 'own' })
          .execute()
        work.record({ subjects: [`source:${code}`] })
        work.enqueue('kernel.try-job', { code })
        await work.emit('structure.written', { code, fail })
        if (fail === 'thrown') throw new Error('thrown')
        if (fail === 'refused') work.refuse('by_law')
        if (fail === 'conflict') work.conflict({})
        // A key that is checked only at the commit.
        if (fail === 'commit')
          await sql`insert into structure.unit (id, life) values (${work.actor!.accountId}::uuid, '[2020-01-01,)')`.execute(
            work.tx,
          )
        return fail === 'output' ? ({ code: 1 } as never) : { code }
      }),
    ],
    undefined,
    { listeners: new Map([...product.kernel.listeners, ...listeners]) as never, wake: () => woken++ },
  )
  person = await foundPerson({ role: 'administrator', unitId: null })
})

/** What stands of a deed: its row, its journal entry, its detail, its job, its kept answer. */
async function left(code: string): Promise<number[]> {
  const { engine } = await harness()
  return asSuperuser(engine, async (tx) => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from structure.source where code = ${code}) as a,
      (select count(*)::int from journal.entry where subjects @> array[${`source:${code}`}]) as b,
      (select count(*)::int from journal.detail where input ->> 'code' = ${code}) as c,
      (select count(*)::int from kernel.outbox where payload ->> 'code' = ${code}) as d,
      (select count(*)::int from kernel.answered where key = ${code}) as e`.execute(tx)
    return Object.values(rows[0]!)
  })
}

test.each(['thrown', 'refused', 'conflict', 'commit', 'output', 'listener'])(
  'a deed that fails after writing (%s) leaves no row, no entry, no job, no kept answer, and wakes nobody',
  async (fail) => {
    const code = fresh('hong')
    woken = 0
    expect((await own.ask(person, writing, { code, fail }, { 'idempotency-key': code })).status).toBeGreaterThan(400)
    expect(await left(code)).toEqual([0, 0, 0, 0, 0])
    expect(woken).toBe(0)
  },
)

test('a deed that is done leaves all of them, once', async () => {
  const code = fresh('xong')
  expect((await own.ask(person, writing, { code }, { 'idempotency-key': code })).status).toBe(200)
  expect(await left(code)).toEqual([1, 1, 1, 1, 1])
  expect(woken).toBe(1)
})
