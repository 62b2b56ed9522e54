import { beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { workbookOf } from '#kernel/sheets/testing.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { commit, csvOf, fetchFile, listDecision, preview } from '#test/lists.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { importRefusals } from '../import-refusals/import-refusals.contract.ts'
import { tree } from '../tree/tree.contract.ts'

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

describe('a row that is refused', () => {
  it('says why in both languages and in which cell, and nothing is changed', async () => {
    const before = await names(id('root'))
    const nfd = 'Chi bộ Nhà máy'.normalize('NFD')
    const wide = [...heads, 'Mã loại hình', 'Từ ngày', 'Đến ngày', 'Ghi chú riêng']
    const row = (name: string, more: Partial<Record<number, string>> = {}) =>
      wide.map(
        (_, column) =>
          more[column] ?? (column === 1 ? name : column === 3 ? 'Chi bộ' : column === 5 ? id('c2.o2') : ''),
      )
    const cases: [string[], string][] = [
      [row(''), 'B2 Chưa có tên tổ chức.'],
      [row('Chi bộ A', { 3: '' }), 'D3 Chưa có loại hình của tổ chức mới.'],
      [row(nfd), 'B4 Có ký tự ẩn, hoặc dấu chưa ở dạng dựng sẵn (NFC). Hãy xoá và gõ lại.'],
      [row('Chi bộ\u200B B'), 'B5 Có ký tự ẩn, hoặc dấu chưa ở dạng dựng sẵn (NFC). Hãy xoá và gõ lại.'],
      [row('Chi bộ '.repeat(50)), 'B6 Dài quá 300 ký tự.'],
      [row('Chi bộ C', { 0: crypto.randomUUID() }), 'A7 Không có tổ chức nào mang mã này vào ngày có hiệu lực.'],
      [row('Chi bộ D', { 3: 'Hội' }), 'D8 Không có loại hình “Hội” vào ngày có hiệu lực.'],
      [row('Chi bộ Đ', { 6: 'dang_bo_co_so' }), 'D9 Loại hình và mã loại hình không khớp nhau.'],
      [row('Chi bộ E', { 5: id('c2.o2.k2') }), 'D10 Loại hình này không được đặt trực thuộc ở đó.'],
      [
        row('Chi bộ G', { 4: 'Đảng bộ Không có', 5: '' }),
        'E11 Không có tổ chức cấp trên “Đảng bộ Không có” trong tệp này cũng như trong hệ thống.',
      ],
      [row('Chi bộ H', { 4: 'Đảng bộ Khác' }), 'E12 Tên và mã của tổ chức cấp trên không khớp nhau.'],
      [row('Chi bộ I', { 5: id('c1.o1') }), 'F13 Tổ chức cấp trên nằm ngoài phần đang nhập.'],
      [row('Chi bộ trùng'), ''],
      [row('Chi bộ Trùng'), 'B15 Tổ chức mới này đã có ở dòng 14, cùng tên và cùng cấp trên.'],
      [row('Chi bộ K', { 0: id('c2.o2.k1') }), ''],
      [row('Chi bộ L', { 0: id('c2.o2.k1') }), 'A17 Tổ chức này đã có ở dòng 16.'],
      [row('Đảng bộ M', { 3: 'Đảng bộ cơ sở', 4: 'Đảng bộ N', 5: '' }), 'E18 Tổ chức trực thuộc chính mình.'],
      [row('Đảng bộ N', { 3: 'Đảng bộ cơ sở', 4: 'Đảng bộ M', 5: '' }), 'E19 Tổ chức trực thuộc chính mình.'],
      [
        row('Chi bộ O', { 7: '15/1/2024' }),
        'H20 Tổ chức mới bắt đầu từ ngày có hiệu lực của lần nhập này; hãy để trống ô này.',
      ],
      [row('Chi bộ P', { 8: '2023-01-01' }), 'I21 Kết thúc trước khi bắt đầu.'],
      [
        row('Chi bộ Q', { 8: '2025-01-01' }),
        'I22 Kết thúc hoạt động phải ghi bằng một việc riêng, không nhập từ danh sách.',
      ],
      [row('Chi bộ R', { 8: 'mai' }), 'I23 Không phải là một ngày.'],
      [
        row('Chi bộ S', { 4: 'Đảng bộ Cơ sở lạ', 5: '' }),
        'E24 Tổ chức cấp trên là một dòng của tệp này, và dòng ấy không được nhận.',
      ],
      [
        row('Đảng bộ Cơ sở lạ', { 3: 'Đảng bộ cơ sở', 5: id('c2.o2.k2') }),
        'D25 Loại hình này không được đặt trực thuộc ở đó.',
      ],
      [row('Đổi ngoài phần', { 0: id('c1.o1.k1'), 5: '' }), 'A26 Tổ chức này nằm ngoài phần đang nhập.'],
      [row('Chi bộ T', { 0: 'khoa' }), ''],
      [row('Chi bộ U', { 0: 'khoa' }), 'A28 Mã này đã dùng ở dòng 27.'],
    ]
    const state = await preview(officer, csvOf([wide, ...cases.map(([line]) => line)]), id('c2'))
    expect(state.passedOver).toEqual(['Ghi chú riêng'])
    expect(said(state).map(([no, verdict, ...whys]) => [no, verdict === 'refused' ? whys.join(' ') : ''])).toEqual(
      cases.map(([, why], i) => [i + 2, why]),
    )
    for (const { faults } of state.rows) for (const { why } of faults) expect(why.en).not.toBe(why.vi)
    expect(await names(id('root'))).toEqual(before)
  })

  it('comes back in a file with its reason; corrected, it is taken in', async () => {
    const bytes = csvOf([
      heads,
      ['', 'Chi bộ Được', '', 'Chi bộ', '', id('c2.o1')],
      ['', 'Chi bộ Sai 1', '', 'Hội', '', id('c2.o1')],
      ['', 'Chi bộ Sai 2', '', 'Chi bộ', 'Đảng bộ Sai', ''],
    ])
    const state = await preview(officer, bytes, id('c2'))
    expect(state.counts).toEqual({ new: 1, changed: 0, same: 0, refused: 2 })
    for (const format of ['xlsx', 'csv'] as const) {
      const file = await fetchFile(officer, importRefusals, { importId: state.importId, format })
      const { rows } = await readSheet(file, {
        bytes: 1e6,
        unpackedBytes: 1e7,
        rows: 10,
        columns: 10,
        cellCharacters: 600,
      })
      expect(rows[0]).toEqual([...heads, 'Lý do', 'Ô cần sửa'])
      expect(rows).toHaveLength(3)
      expect(rows[1]!.slice(-2)).toEqual(['Không có loại hình “Hội” vào ngày có hiệu lực.', 'D3'])
      const lines = rows.map((line) => [...line])
      lines[1]![3] = 'Chi bộ'
      lines[2]![4] = `Đảng bộ Cục 21 ${branch.file}`
      const corrected = await preview(officer, csvOf(lines), id('c2'))
      expect([corrected.counts, corrected.passedOver]).toEqual([{ new: 2, changed: 0, same: 0, refused: 0 }, []])
    }
    expect((await commit(officer, state.importId)).body.counts).toEqual({ new: 1, changed: 0 })
    expect(await names(id('c2.o1'))).not.toContain('Chi bộ Sai 1')
  })

  it('may be about what only later acts say: a superior that ends', async () => {
    const own = await foundBranch()
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const entered = await person.ask(enterAct, {
      act: {
        kind: 'end',
        effective: '2024-06-01' as never,
        decision: listDecision,
        ends: ['c1.o1', 'c1.o1.k1', 'c1.o1.k2'].map(own.id),
      },
      allocation: {},
    })
    expect(entered.status).toBe(200)
    const state = await preview(
      person,
      csvOf([
        heads,
        ['', 'Chi bộ Muộn', '', 'Chi bộ', '', own.id('c1.o1')],
        ['', 'Chi bộ Khác', '', 'Chi bộ', '', own.id('c1.o2')],
      ]),
      own.id('root'),
    )
    expect(said(state)).toEqual([
      [2, 'refused', expect.stringMatching(/^B2 Tổ chức cấp trên không hoạt động suốt thời gian/)],
      [3, 'new'],
    ])
    expect((await commit(person, state.importId)).status).toBe(200)
  })

  it('knows nothing of a restricted unit out of reach, and of none out of one’s own reach', async () => {
    const own = await foundBranch((history) => {
      history.acts[0]!.opens.find(({ unit }) => unit === 'c2.o2')!.restricted = true
      return history
    })
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('c2'), reach: 'own' })
    const state = await preview(
      person,
      csvOf([
        heads,
        [own.id('c2.o2'), 'Đổi tên', '', '', '', ''],
        ['', 'Chi bộ A', '', 'Chi bộ', '', own.id('c2.o2')],
        [own.id('c2.o1.k1'), 'Chi bộ B', '', '', '', ''],
      ]),
      own.id('c2'),
    )
    expect(said(state)).toEqual([
      [2, 'refused', 'A2 Không có tổ chức nào mang mã này vào ngày có hiệu lực.'],
      [3, 'refused', `F3 Không có tổ chức cấp trên “${own.id('c2.o2')}” trong tệp này cũng như trong hệ thống.`],
      [4, 'refused', 'A4 Tổ chức này nằm ngoài phạm vi được giao.'],
    ])
    expect((await commit(person, state.importId)).problem.code).toBe('nothing_to_write')
  })
})

describe('a file that is refused as a whole', () => {
  it('says why and where: a formula, no titles, two columns of one meaning, no spreadsheet', async () => {
    const whole = async (bytes: Buffer) => {
      const { state, refusal } = await preview(officer, bytes, id('c1'))
      return [state, refusal?.place, refusal?.why.vi]
    }
    const formula = workbookOf({ data: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' })
    expect(await whole(Buffer.from(formula))).toEqual(['refused', 'A1', expect.stringContaining('Ô A1 có công thức')])
    expect(await whole(csvOf([['a', 'b']]))).toEqual([
      'refused',
      null,
      expect.stringContaining('Không thấy dòng tiêu đề'),
    ])
    expect(await whole(csvOf([['Tên', 'Tên tổ chức']]))).toEqual([
      'refused',
      'B1',
      expect.stringContaining('“Tên tổ chức”'),
    ])
    expect(await whole(Buffer.from([0, 1, 2, 3, 250, 251]))).toEqual([
      'refused',
      null,
      expect.stringContaining('không phải là bảng tính'),
    ])
  })
})
