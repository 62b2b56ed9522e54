import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { openLibrary } from '#modules/access/index.server.ts'
import { foundPerson, fresh, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { type OwnCapabilities, ownCapabilities } from '#test/own-capabilities.ts'
import { handle } from './handle.ts'

const common = { permission: 'signed-in', reads: 'settings', articles: ['thử'] } as const
const Input = z.object({ code: z.string(), way: z.string() })
const straying = command('structure.try-straying', { ...common, input: Input, output: z.object({}) })
const starting = command('structure.try-starting', { ...common, input: z.object({}), output: z.object({}) })

let own: OwnCapabilities
let person: Person
let later: Promise<unknown> | undefined
beforeAll(async () => {
  const { engine } = await harness()
  const library = openLibrary({ engine, secret: 'a secret for tests only, of enough length', baseUrl: 'http://x.test' })
  const ways: Record<string, () => Promise<unknown>> = {
    query: () => engine.db.selectFrom('kernel.setting').selectAll().execute(),
    transaction: () => engine.db.transaction().execute(async () => 1),
    library: () => library.api.signInUsername({ body: { username: 'khong.co', password: 'mat-khau-nao-do' } }),
    script: () => engine.script('select 1'),
    backup: () => engine.backup('/nonexistent/backup'),
    timer: () => new Promise((resolve, reject) => setTimeout(() => ways.query!().then(resolve, reject), 1)),
  }
  own = await ownCapabilities([
    handle(straying, async ({ db }, { code, way }) => {
      await db.insertInto('structure.source').values({ code, title_vi: 'x', title_en: 'x', grade: 'own' }).execute()
      await ways[way]!()
      return {}
    }),
    handle(starting, async () => {
      later = new Promise((resolve) => setTimeout(resolve, 50)).then(ways.query!)
      return {}
    }),
  ])
  person = await foundPerson({ role: 'administrator', unitId: null })
})

test.each(['query', 'transaction', 'library', 'script', 'backup', 'timer'])(
  'a deed that reaches the database past its work (%s) throws at once with its name, and nothing of it is kept',
  async (way) => {
    const { engine } = await harness()
    const code = fresh('lac')
    const begun = performance.now()
    expect((await own.ask(person, straying, { code, way })).status).toBe(500)
    expect(performance.now() - begun).toBeLessThan(5000)
    expect(String(own.alarms.splice(0)[0]?.error)).toContain(
      'structure.try-straying used the database outside its work',
    )
    expect(await engine.db.selectFrom('structure.source').select('code').where('code', '=', code).execute()).toEqual([])
  },
)

test('what a deed started and what ends after it is free to use the database', async () => {
  expect((await own.ask(person, starting, {})).status).toBe(200)
  expect(await later).toBeInstanceOf(Array)
})
