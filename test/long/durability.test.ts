import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Expected, expectMore, wrongs } from './verify.ts'
import { type Acknowledged, seeded } from './workload.ts'

const rounds = Number(process.env.ROUNDS ?? 20)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url))

let base: string
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'durability-'))
  console.log(`seed ${seed}, ${rounds} rounds`)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

const nothing = (): Expected => ({ rows: new Set(), counters: new Map() })

describe('the embedded engine', () => {
  it('killed in the middle of acknowledged writes, loses none and opens again', async () => {
    const folder = join(base, 'killed')
    const random = seeded(seed)
    const expected = nothing()
    let lastId = 0
    for (let round = 0; round < rounds; round++) {
      const child = spawn(
        process.execPath,
        [script('./killed.child.ts'), folder, String(seed + round), String(lastId)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      let output = ''
      child.stdout.setEncoding('utf8').on('data', (text) => {
        output += text
      })
      await once(child.stdout, 'data')
      await new Promise((resolve) => setTimeout(resolve, random() * 1500))
      child.kill('SIGKILL')
      await once(child, 'close')
      const lines = output.slice(0, output.lastIndexOf('\n')).split('\n')
      expectMore(
        expected,
        lines.map((line) => JSON.parse(line) as Acknowledged),
      )
      const after = await wrongs(folder, expected)
      expect(after.wrongs, `round ${round}`).toEqual([])
      lastId = after.lastId
    }
    console.log(`killed ${rounds} times, ${expected.rows.size} acknowledged rows all there`)
    expect(expected.rows.size).toBeGreaterThan(rounds)
  })

  /**
   * Cuts the power up to `times` times, each time going on from what the last cut left, until something is found wrong; the answer
   * says what, and how much was acknowledged in all.
   */
  async function cutPower(name: string, times: number, lie = ''): Promise<{ wrong: string[]; rows: number }> {
    const random = seeded(seed)
    const image = join(base, name, 'image')
    const folder = join(base, name, 'folder')
    const expected = nothing()
    let lastId = 0
    let rows = 0
    let round = 0
    const wrong: string[] = []
    mkdirSync(image, { recursive: true })
    for (; round < times && wrong.length === 0; round++) {
      rmSync(folder, { recursive: true, force: true })
      cpSync(image, folder, { recursive: true })
      const report = join(base, name, 'report.json')
      rmSync(report, { force: true })
      // The first rounds are cut while the database is made (about 4,000 calls); a start over an existing one makes about 1,000.
      const making = Math.floor(random() * 4000)
      const atCall = `call ${round < 3 ? making : Math.floor(900 + random() ** 2 * 6000)}`
      const when = round < 3 || random() < 0.5 ? atCall : `acknowledgement ${1 + Math.floor(random() * 1500)}`
      const args = [folder, image, report, seed + round, lastId, when, lie].map(String)
      const child = spawn(process.execPath, [script('./power-cut.child.ts'), ...args], { stdio: 'inherit' })
      await once(child, 'exit')
      expect(existsSync(report), `round ${round}: the child ended without a cut`).toBe(true)
      const acknowledged = JSON.parse(readFileSync(report, 'utf8')) as Acknowledged[]
      expectMore(expected, acknowledged)
      rows += acknowledged.length
      const after = await wrongs(image, expected)
      wrong.push(...after.wrongs.map((one) => `round ${round} (${when}): ${one}`))
      lastId = after.lastId
    }
    console.log(`${name}: ${round} cuts, ${rows} acknowledgements, ${wrong.length} wrongs`)
    return { wrong, rows }
  }

  it('loses nothing acknowledged in a power cut, whatever of the unsynced blocks survives', async () => {
    const { wrong, rows } = await cutPower('honest', rounds)
    expect(wrong).toEqual([])
    expect(rows).toBeGreaterThan(rounds)
  })

  // What makes the test above worth something: the same cuts find the fault when a sync is left out.
  it.each(['no flush before the acknowledgement', 'only the log is synced'])('would be caught with %s', async (lie) => {
    const { wrong } = await cutPower(lie.replaceAll(' ', '-'), 40, lie)
    console.log(wrong.join('\n'))
    expect(wrong.length).toBeGreaterThan(0)
  })

  it('ends with a sentence, and without a loss, when the disk has no room for the log', async () => {
    const folder = join(base, 'full')
    const child = spawn(process.execPath, [script('./full-disk.child.ts'), folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        said[stream] += text
      })
    }
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(said.stderr).toContain("The disk refuses the database's log; the program ends. (ENOSPC)")
    const expected = nothing()
    expectMore(
      expected,
      said.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Acknowledged),
    )
    expect(expected.rows.size).toBeGreaterThan(100)
    expect((await wrongs(folder, expected)).wrongs).toEqual([])
  })
})
