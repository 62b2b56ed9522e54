import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { type Branch, foundBranch, foundPerson, type Person, stranger } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { act } from '../act/act.contract.ts'
import { papersOf, paperTitles, typeOnPaper } from '../act/paper.rules.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { terms } from '../terms/terms.contract.ts'
import { annex } from './annex.contract.ts'

const limits = { bytes: 20e6, unpackedBytes: 50e6, rows: 20_001, columns: 30, cellCharacters: 500 }
const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐUK', on: '2023-02-15' as never, organ: 'Ban Thường vụ Đảng uỷ' }
const on = (day: string) => day as never

let branch: Branch
let officer: Person
let outsider: Person
let actId: string
const id = (key: string) => branch.id(key)
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: id('root') })
  outsider = await foundPerson({ role: 'organisation_officer', unitId: id('c2') })
  // One organisation is divided: one of its cells goes to a new one that only those above it may name, the other to one that stands.
  const opened = { type: 'dang_bo_co_so', name: '=Đảng bộ +84 Kín', parentId: id('c1'), restricted: true }
  const opens = [{ ...opened, id: uuidv7() }]
  const to = [opens[0]!.id, id('c1.o2')]
  const entered = await officer.ask(enterAct, {
    act: {
      kind: 'divide',
      effective: on('2023-03-01'),
      decision,
      opens,
      ends: [id('c1.o1')],
      changes: ['k1', 'k2'].map((cell, i) => ({ unitId: id(`c1.o1.${cell}`), parentId: to[i]! })),
      lineage: to.map((one) => ({ from: id('c1.o1'), to: one })),
    },
  })
  expect(entered.status).toBe(200)
  actId = entered.body.actId
})

async function fetched(person: Person) {
  const { product } = await harness()
  const { body, status } = await person.ask(annex, { actId })
  expect(status).toBe(200)
  const response = await product.app.request(body.address, { headers: { cookie: person.cookie } })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, body.mediaType])
  return { name: body.name, bytes: new Uint8Array(await response.arrayBuffer()) }
}

/** The lists as the page makes them, for the same person. */
async function papers(person: Person) {
  const { types } = (await person.ask(terms, {})).body
  const told = (await person.ask(act, { actId })).body
  return papersOf(told, typeOnPaper(types, told.effective.on))
}

describe('the lists attached to a decision, as a spreadsheet', () => {
  it('are the paper: a sheet for each list, its heading, its lines as the rules make them, its sum', async () => {
    const { bytes, name } = await fetched(officer)
    expect(name).toBe('phu-luc-12-QD-DUK-2023-03-01.xlsx')
    const lists = await papers(officer)
    expect(lists.map(({ number, lines }) => [number, lines.length])).toEqual([
      ['Phụ lục 1', 2],
      ['Phụ lục 2', 1],
      ['Phụ lục 3', 1],
    ])
    const [first] = lists
    expect(await readSheet(bytes, limits)).toEqual({
      format: 'xlsx',
      name: 'Phụ lục 1',
      rows: [
        ['Phụ lục 1'],
        ['DANH SÁCH'],
        ['tổ chức đảng thực hiện chia, có hiệu lực từ ngày 01 tháng 3 năm 2023'],
        ['(Kèm theo Quyết định số 12-QĐ/ĐUK, ngày 15 tháng 02 năm 2023 của Ban Thường vụ Đảng uỷ)'],
        [...paperTitles],
        ...first!.lines.map(({ cells }, at) => cutAtEnd([String(at + 1), ...cells])),
        ['Danh sách này có 2 tổ chức đảng.'],
      ],
    })
    // Another program sees every sheet, and no formula in any.
    const { sheets } = await readXlsx(bytes, { readStyles: true })
    expect(sheets.map((sheet) => sheet.name)).toEqual(lists.map(({ number }) => number))
    for (const [i, sheet] of sheets.entries()) {
      const lines = sheet.rows.slice(5, -1).map((row) => row.slice(1).map((cell) => cell ?? ''))
      expect(lines).toEqual(lists[i]!.lines.map(({ cells }) => cells))
      expect([...(sheet.cells?.values() ?? [])].some((cell) => cell.formula)).toBe(false)
    }
    expect(JSON.stringify(sheets.map(({ rows }) => rows))).toContain('=Đảng bộ +84 Kín')
  })

  it('tell no name that is out of reach', async () => {
    const { bytes } = await fetched(outsider)
    const { sheets } = await readXlsx(bytes)
    const text = JSON.stringify(sheets.map(({ rows }) => rows))
    expect(text).not.toContain('Kín')
    expect(text).toContain('Chi bộ Phòng 111')
    const lists = await papers(outsider)
    expect(sheets.map(({ rows }) => rows.length - 6)).toEqual(lists.map(({ lines }) => lines.length))
  })

  it('leave by an address of one account, and of an act that there is', async () => {
    const { product } = await harness()
    const { body } = await officer.ask(annex, { actId })
    const opened = await product.app.request(body.address, { headers: { cookie: outsider.cookie } })
    expect(opened.status).toBe(404)
    expect((await officer.ask(annex, { actId: uuidv7() })).status).toBe(404)
    expect((await stranger.ask(annex, { actId })).status).toBe(401)
  })
})

function cutAtEnd(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)
}
