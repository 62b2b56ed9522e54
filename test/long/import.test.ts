import { beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from '#kernel/sheets/write-xlsx.ts'
import { exportUnits } from '#modules/structure/export/export.contract.ts'
import { terms } from '#modules/structure/terms/terms.contract.ts'
import { tree } from '#modules/structure/tree/tree.contract.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '../founders.ts'
import { commit, fetchFile, preview } from '../lists.ts'

/** As many units as one list may hold: 400 grassroots organisations with 49 cells each. */
const organisations = 400
const cells = 49

let branch: Branch
let officer: Person
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
})

describe('a list of 20,000 new units', () => {
  it('is previewed, written, given out and brought in again within reasonable time, and others are answered meanwhile', async () => {
    const bytes = await measured('file made', listFile)
    const state = await measured(`previewed (${Math.round(bytes.length / 1024)} KB)`, () =>
      preview(officer, bytes, branch.id('c1')),
    )
    expect(state.counts).toEqual({ new: 20_000, changed: 0, same: 0, refused: 0 })
    const written = await measured('written', () => commit(officer, state.importId))
    expect(written.status).toBe(200)
    expect(written.body.counts.new).toBe(20_000)
    const under = branch.id('root')
    expect((await officer.ask(tree, { under })).body.units).toHaveLength(20_015)
    const out = await measured('given out as XLSX', () => fetchFile(officer, exportUnits, { under, format: 'xlsx' }))
    await measured('given out as JSON-LD', () => fetchFile(officer, exportUnits, { under, format: 'jsonld' }))
    const csv = await fetchFile(officer, exportUnits, { under: branch.id('c1'), format: 'csv' })
    const lines = csv.toString().split('\r\n').slice(0, 20_001)
    expect(out.length).toBeGreaterThan(500_000)
    const again = await measured('brought in again as CSV', () =>
      preview(officer, Buffer.from(lines.join('\r\n')), branch.id('c1'), '2024-01-15'),
    )
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 20_000, refused: 0 })
  })
})

async function listFile(): Promise<Buffer> {
  const columns = ['Mã', 'Tên tổ chức', 'Loại hình', 'Mã cấp trên'].map((title) => ({ title, kind: 'text' as const }))
  const rows = Array.from({ length: organisations }, (_, o) => [
    [`o${o}`, `Đảng bộ Đơn vị số ${o}`, 'Đảng bộ cơ sở', branch.id('c1')],
    ...Array.from({ length: cells }, (_, c) => [null, `Chi bộ Phòng ${c} Đơn vị số ${o}`, 'Chi bộ', `o${o}`]),
  ]).flat()
  return Buffer.concat(await Array.fromAsync(writeXlsx({ columns, rows, sheetName: 'Tổ chức' })))
}

/** Does something and prints how long it took, the most memory, and how long others had to wait for an answer meanwhile. */
async function measured<T>(what: string, run: () => Promise<T>): Promise<T> {
  const start = performance.now()
  let [most, longest, last] = [process.memoryUsage().rss, 0, start]
  let asking = true
  const others = (async () => {
    while (asking) {
      const asked = performance.now()
      await officer.ask(terms, {})
      longest = Math.max(longest, performance.now() - asked)
      await new Promise((done) => setTimeout(done, 20))
    }
  })()
  let held = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
    held = Math.max(held, performance.now() - last)
    last = performance.now()
  }, 10)
  const answer = await run()
  const took = performance.now() - start
  asking = false
  await others
  clearInterval(watch)
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
  console.log(
    `${what}: ${seconds(took)}, at most ${Math.round(most / 1024 / 1024)} MB, others waited at most ${seconds(longest)} (process busy ${seconds(held)})`,
  )
  return answer
}
