import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { readRows } from '#kernel/db/backup/read-rows.ts'
import { restore } from '#kernel/db/backup.ts'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'
import { listDumps } from '#test/dumps.ts'
import { emptyDatabase } from '#test/harness.ts'
import { cookieOf, type OwnProduct, productOn } from '#test/own-product.ts'
import { openDatabase } from './database.ts'

const migrations = listMigrations(migrationFolders())
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** The steps that had run where a dump was taken; a step that was changed since, or is gone, is none of ours. */
async function stepsOf(file: string) {
  const ran = (await readRows(file)).migrations
  const ours = new Map(migrations.map((step) => [`${step.name} ${step.checksum}`, step]))
  return ran.map((line) => {
    const step = ours.get(line)
    if (!step) throw new Error(`a released migration was changed or removed: ${line}`)
    return step
  })
}

async function signedIn(own: OwnProduct, person: { username: string; password: string }): Promise<string> {
  const { username, password } = person
  const answer = await own.ask('/api/access.sign-in', { username, password })
  expect(answer.status).toBe(200)
  return cookieOf(answer)
}

test('there is a dump of every release', () => expect(listDumps().map(({ version }) => version)).toContain('0.1.0'))

test.each(listDumps())('an installation of $version comes up to date and answers as it did', async ({ file, kept }) => {
  const database = await emptyDatabase()
  await database.migrate(await stepsOf(file))
  await restore(file, { engine: database.owner })
  await database.migrate(migrations)
  const own = productOn(await database.use())
  const cookie = await signedIn(own, kept.administrator)
  await signedIn(own, kept.secretary)
  for (const { capability, input, answer } of kept.asked) {
    const now = await (await own.ask(`/api/${capability}`, input, cookie)).json()
    // What one may do grows with the versions; what stood stands.
    const { may: _, ...stood } = answer as { may?: unknown }
    expect(now, `${capability} ${JSON.stringify(input)}`).toMatchObject(stood)
  }
  const { address } = (await (await own.ask('/api/kernel.file', { fileId: kept.fileId }, cookie)).json()) as {
    address: string
  }
  expect((await (await own.ask(address, undefined, cookie)).arrayBuffer()).byteLength).toBe(3000)
  const journal = await (await own.ask('/api/access.verify-journal', {}, cookie)).json()
  expect(journal).toMatchObject({ whole: true, breaks: [] })
  await own.done()
})

test('before steps run on an embedded database in use, a whole copy of it is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienchi-upgrade-'))
  folders.push(folder)
  const environment = { dataFolder: folder, databaseUrl: undefined, ownerUrl: undefined } as never
  const [last, former] = [migrations.at(-1)!, migrations.slice(0, -1)]
  const old = await openEmbedded({ folder })
  await migrate(old, former)
  await sql`insert into kernel.setting (key, value) values ('proof', '1')`.execute(old.db)
  await old.close()

  const upgraded = await openDatabase(environment)
  const kept = join(folder, 'before-upgrade')
  expect(readdirSync(kept)).toEqual([`before-${last.name}.backup`])
  await sql`delete from kernel.setting where key = 'proof'`.execute(upgraded.db)
  await upgraded.close()
  await (await openDatabase(environment)).close()
  expect(readdirSync(kept)).toHaveLength(1) // nothing to do, nothing kept

  const elsewhere = mkdtempSync(join(tmpdir(), 'lienchi-upgrade-'))
  folders.push(elsewhere)
  await restore(join(kept, `before-${last.name}.backup`), { folder: elsewhere })
  const restored = await openEmbedded({ folder: elsewhere })
  const { rows } = await sql<{ steps: number; proof: number }>`
    select (select count(*)::int from migration.applied) as steps, (select count(*)::int from kernel.setting where key = 'proof') as proof`.execute(
    restored.db,
  )
  expect(rows).toEqual([{ steps: former.length, proof: 1 }])
  await restored.close()
})
