import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienchi-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs `lienchi` as a person does: its exit code and what it prints. */
async function lienchi(args: string[], data = join(folder, 'data')) {
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, LIENCHI_URL: ___, ...env } = process.env
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...env, LIENCHI_DATA: data, LIENCHI_LANGUAGE: 'en', PORT: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, out, err }
}

test('a line that fits no usage ends with 2 and the usage; help is no failure', async () => {
  for (const args of [[], ['backup'], ['restore'], ['structure.tree', '{}', 'more']]) {
    expect(await lienchi(args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining('lienchi restore') })
  }
  expect(await lienchi(['--help'])).toMatchObject({ code: 0, err: '', out: expect.stringContaining('lienchi restore') })
})

test('what is to be sent is looked at before anybody is asked; the product is asked at PORT', async () => {
  expect(await lienchi(['structure.tree', '@nowhere.json'])).toMatchObject({
    code: 1,
    err: 'There is no file nowhere.json.\n',
  })
  expect(await lienchi(['structure.tree', '{'])).toMatchObject({ code: 1, err: expect.stringContaining('not JSON') })
  const { code, err } = await lienchi(['structure.tree'])
  expect([code, err]).toEqual([1, expect.stringContaining('Nothing answers at http://127.0.0.1:1.')])
})

test('a folder without a database is not backed up, and is left as it is', async () => {
  const [absent, empty, begun] = ['absent', 'empty', 'begun'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(empty)
  mkdirSync(begun)
  writeFileSync(join(begun, 'unfinished'), '')
  for (const data of [absent, empty, begun]) {
    const { code, err } = await lienchi(['backup', 'none.backup'], data)
    expect([code, err]).toEqual([1, `The folder ${data} holds no database of Liên Chi. Check LIENCHI_DATA.\n`])
  }
  expect([existsSync(absent), readdirSync(empty), existsSync(join(folder, 'none.backup'))]).toEqual([false, [], false])
})

test('a backup goes over no file unasked, and says which folder is missing', async () => {
  const data = join(folder, 'data')
  const engine = await openEmbedded({ folder: data })
  expect(await engine.close()).toBeUndefined()
  expect(await lienchi(['backup', 'a.backup'])).toMatchObject({ code: 1, err: expect.stringContaining('never ran') })
  const again = await openEmbedded({ folder: data })
  await migrate(again, listMigrations(migrationFolders()))
  await again.close()

  writeFileSync(join(folder, 'a.backup'), 'of yesterday')
  expect(await lienchi(['backup', 'a.backup'])).toMatchObject({ code: 1, err: expect.stringContaining('--force') })
  expect(readFileSync(join(folder, 'a.backup'), 'utf8')).toBe('of yesterday')
  expect(await lienchi(['backup', 'a.backup', '--force'])).toMatchObject({ code: 0, err: 'Backed up to a.backup.\n' })
  expect(readFileSync(join(folder, 'a.backup')).length).toBeGreaterThan(100_000)
  expect(await lienchi(['backup', 'no/such/a.backup'])).toMatchObject({
    code: 1,
    err: 'The folder of no/such/a.backup does not exist.\n',
  })
})
