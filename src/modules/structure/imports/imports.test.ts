import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#kernel/server/kernel.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { runJobs } from '#test/jobs.ts'
import { bring, commit, csvOf, fetchFile, listDecision, preview, uploadList } from '#test/lists.ts'
import { act } from '../act/act.contract.ts'
import { exportUnits } from '../export/export.contract.ts'
import { importRefusals } from '../import-refusals/import-refusals.contract.ts'
import { importState } from '../import-state/import-state.contract.ts'
import { previewImport } from '../preview-import/preview-import.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'
import { takeUp } from './stage.write.ts'

let branch: Branch
let officer: Person
const id = (key: string) => branch.id(key)
const heads = ['Mã', 'Tên tổ chức', 'Tên viết tắt', 'Loại hình', 'Tổ chức cấp trên', 'Mã cấp trên']

beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
})

const names = async (under: string, asOf = '2024-01-15') =>
  (await officer.ask(tree, { under, asOf: asOf as never })).body.units.map(({ name }) =>
    name.replace(branch.file, '').trim(),
  )
const said = (state: Awaited<ReturnType<typeof preview>>) =>
  state.rows.map(({ no, verdict, faults }) => [no, verdict, ...faults.map(({ place, why }) => `${place} ${why.vi}`)])

describe('a list of units', () => {
  it.each(['xlsx', 'csv'] as const)('given out and brought in again says the same of every row: %s', async (format) => {
    for (const language of ['vi', 'en'] as const) {
      const bytes = await fetchFile(officer, exportUnits, { under: id('root'), format, language })
      const state = await preview(officer, bytes, id('root'), '2024-01-15')
      expect(state).toMatchObject({
        state: 'read',
        total: 15,
        done: 15,
        counts: { new: 0, changed: 0, same: 15, refused: 0 },
      })
      expect(state.passedOver.length).toBe(5)
      expect((await commit(officer, state.importId)).problem.code).toBe('nothing_to_write')
    }
  })

  it('is previewed cell by cell without a trace, and written as acts of one day with one decision', async () => {
    const before = await names(id('c1'))
    const state = await preview(
      officer,
      csvOf([
        ['DANH SÁCH TỔ CHỨC'],
        heads,
        [id('c1.o1.k1'), `Chi bộ Văn phòng`, 'CBVP', 'Chi bộ', '', id('c1.o2')],
        ['', `Chi bộ Phòng 112 ${branch.file}`, '', '', '', id('c1.o1')],
        ['x', 'Đảng bộ Cục Mới', '', 'Đảng bộ cơ sở', '', id('c1')],
        ['', 'Chi bộ Một', '', 'chi bo', 'Đảng bộ Cục Mới', ''],
        ['', 'Chi bộ Hai', '', 'Chi bộ', '', 'x'],
        [],
        ['', 'Chi bộ Ba', '', 'Chi bộ', `dang bo cuc 12 ${branch.file}`, ''],
      ]),
      id('c1'),
    )
    expect(said(state)).toEqual([
      [3, 'changed'],
      [4, 'same'],
      [5, 'new'],
      [6, 'new'],
      [7, 'new'],
      [9, 'new'],
    ])
    expect(state.rows[0]).toMatchObject({
      unitId: id('c1.o1.k1'),
      changes: [
        { field: 'name', place: 'B3', from: `Chi bộ Phòng 111 ${branch.file}`, to: 'Chi bộ Văn phòng' },
        { field: 'shortName', place: 'C3', from: null, to: 'CBVP' },
        { field: 'parent', place: 'F3', from: `Đảng bộ Cục 11 ${branch.file}`, to: `Đảng bộ Cục 12 ${branch.file}` },
      ],
    })
    expect(state.rows[3]!.changes.at(-1)).toMatchObject({ field: 'parent', to: 'Đảng bộ Cục Mới' })
    expect(await names(id('c1'))).toEqual(before)

    const { body, status } = await commit(officer, state.importId)
    expect(status).toBe(200)
    expect(body.acts.map(({ kind, units }) => [kind, units])).toEqual([
      ['rename', 1],
      ['establish', 4],
      ['reparent', 1],
    ])
    expect(body.counts).toEqual({ new: 4, changed: 1 })
    for (const { actId } of body.acts)
      expect((await officer.ask(act, { actId })).body).toMatchObject({
        decision: listDecision,
        effective: { on: '2024-01-01' },
      })
    const now = await names(id('c1'))
    for (const name of ['Chi bộ Văn phòng', 'Đảng bộ Cục Mới', 'Chi bộ Một', 'Chi bộ Hai', 'Chi bộ Ba'])
      expect(now).toContain(name)
    expect(await names(id('c1'), '2023-12-31')).toEqual(before)
    expect((await commit(officer, state.importId)).problem.code).toBe('committed_already')
    const after = (await officer.ask(importState, { importId: state.importId, limit: 0 })).body
    expect(after).toMatchObject({ state: 'committed', acts: body.acts, rows: [] })
    const last = body.acts.at(-1)!
    const { version } = (await officer.ask(act, { actId: last.actId })).body
    expect((await officer.ask(undoAct, { actId: last.actId, version, reason: 'thử' })).status).toBe(200)
  })

  it('raises a cell and puts new cells under it in one go', async () => {
    const state = await preview(
      officer,
      csvOf([
        heads,
        [id('c2.o1.k1'), 'Đảng bộ bộ phận Phòng', '', 'Đảng bộ bộ phận', '', ''],
        ['', 'Chi bộ Tổ 1', '', 'Chi bộ', 'Đảng bộ bộ phận Phòng', ''],
      ]),
      id('c2'),
    )
    expect(said(state)).toEqual([
      [2, 'changed'],
      [3, 'new'],
    ])
    expect((await commit(officer, state.importId)).body.acts.map(({ kind }) => kind)).toEqual([
      'rename',
      'retype',
      'establish',
    ])
  })
})

describe('a preview', () => {
  const one = (name: string, under = 'c1.o1') => csvOf([heads, ['', name, '', 'Chi bộ', '', id(under)]])

  it('is its maker’s own: anybody else finds none', async () => {
    const other = await foundPerson({ role: 'organisation_officer', unitId: id('root') })
    const { importId } = await preview(officer, one('Chi bộ Riêng'), id('c1'))
    expect((await other.ask(importState, { importId })).status).toBe(404)
    expect((await commit(other, importId)).status).toBe(404)
    expect((await other.ask(importRefusals, { importId, format: 'csv' })).status).toBe(404)
    const fileId = await uploadList(officer, one('Chi bộ Riêng'))
    const input = { under: id('c1'), effective: '2024-01-01' as never, decision: listDecision, fileId }
    expect((await other.ask(previewImport, input)).problem.code).toBe('unknown_file')
    const narrow = await foundPerson({ role: 'organisation_officer', unitId: id('c2') })
    expect((await narrow.ask(previewImport, input)).status).toBe(403)
    expect((await officer.ask(previewImport, { ...input, effective: '1990-01-01' as never })).problem.code).toBe(
      'unit_did_not_live',
    )
  })

  it('is no licence: what has changed since is a conflict that names the row, and nothing is written', async () => {
    const bytes = csvOf([
      heads,
      [id('c1.o2.k2'), 'Chi bộ Đổi sau', '', '', '', ''],
      ['', 'Chi bộ Thêm sau', '', 'Chi bộ', '', id('c1.o2')],
    ])
    const first = await preview(officer, bytes, id('c1'))
    const second = await preview(officer, bytes, id('c1'))
    expect((await commit(officer, first.importId)).status).toBe(200)
    const before = await names(id('c1'))
    const { status, problem } = await commit(officer, second.importId)
    expect(status).toBe(409)
    expect(problem.current).toMatchObject({
      count: 2,
      rows: [
        { row: 2, was: { verdict: 'changed' }, now: { verdict: 'same' } },
        { row: 3, was: { verdict: 'new', unitId: null }, now: { verdict: 'same' } },
      ],
    })
    expect(await names(id('c1'))).toEqual(before)
    expect((await officer.ask(importState, { importId: second.importId, limit: 0 })).body.state).toBe('read')
  })

  it('is not written before it is read to its end', async () => {
    const importId = await bring(officer, one('Chi bộ Vội'), id('c1'))
    expect((await officer.ask(importState, { importId })).body).toMatchObject({
      state: 'waiting',
      total: null,
      rows: [],
    })
    expect((await commit(officer, importId)).problem.code).toBe('not_read_yet')
    await runJobs((await harness()).product)
    expect((await commit(officer, importId)).status).toBe(200)
  })

  it('that was dropped on the way is taken up again and read once; whoever comes late stops', async () => {
    const { product, engine } = await harness()
    const [job] = product.modules.flatMap(({ jobs }) => jobs ?? [])
    const importId = await bring(officer, one('Chi bộ Dở dang'), id('c1'))
    expect((await takeUp(engine, importId, crypto.randomUUID()))?.id).toBe(importId)
    expect((await officer.ask(importState, { importId })).body.state).toBe('reading')
    await asSystem(engine, (tx) =>
      sql`update structure.import set beat_at = beat_at - interval '3 minutes' where id = ${importId}::uuid`.execute(
        tx,
      ),
    )
    await Promise.all([job!.run(null), job!.run({ importId })])
    const state = (await officer.ask(importState, { importId })).body
    expect(state).toMatchObject({ state: 'read', total: 1, done: 1, counts: { new: 1 } })
    await job!.run({ importId })
    await job!.run(null)
    expect((await officer.ask(importState, { importId })).body).toEqual(state)
  })

  it('answers its rows page by page, also of one verdict', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => [
      '',
      `Chi bộ Trang ${i}`,
      '',
      i % 3 === 0 ? 'Hội' : 'Chi bộ',
      '',
      id('c2.o2'),
    ])
    const { importId } = await preview(officer, csvOf([heads, ...lines]), id('c2'))
    const page = async (after?: number) =>
      (await officer.ask(importState, { importId, verdict: 'refused', limit: 6, ...(after ? { after } : {}) })).body
    const first = await page()
    expect([first.rows.map(({ no }) => no), first.next]).toEqual([[2, 5, 8, 11, 14, 17], 17])
    const second = await page(first.next!)
    expect([second.rows.map(({ no }) => no), second.next]).toEqual([[20, 23, 26, 29], null])
    expect(second.counts).toEqual({ new: 20, changed: 0, same: 0, refused: 10 })
  })
})
