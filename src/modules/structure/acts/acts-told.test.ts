import { beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/contract.ts'
import { contains } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { act } from '../act/act.contract.ts'
import { card } from '../card/card.contract.ts'
import { correctAct } from '../correct-act/correct-act.contract.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { previewAct } from '../preview-act/preview-act.contract.ts'
import { previewUndo } from '../preview-undo/preview-undo.contract.ts'
import { revokeAct } from '../revoke-act/revoke-act.contract.ts'
import { terms } from '../terms/terms.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'

type Act = InputOf<typeof enterAct>['act']

const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐUK' }
const on = (day: string) => day as never
const base = (kind: Act['kind'], more: Partial<Act>): Act => ({ kind, effective: on('2023-01-01'), decision, ...more })

let branch: Branch
let officer: Person
const id = (key: string) => branch.id(key)
const ids = (...keys: string[]) => keys.map(id)
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const base = { unit: 'c1', kind: 'van_phong', aliases: [], source: 's' }
    history.organs.push(
      { ...base, key: 'vp', name: 'Văn phòng', from: on('2010-01-01') },
      { ...base, key: 'b', kind: 'ban_to_chuc', name: 'Ban Tổ chức', from: on('2024-03-01') },
    )
    history.facts.push({ unit: 'c1', kind: 'seat', value: 'Hà Nội', from: on('2024-04-01'), source: 's' })
    history.aliases.push({ unit: 'c1', name: 'Đảng bộ Khác', from: on('2024-05-01'), source: 's' })
    const cell = history.acts[0]!.opens.at(-1)!
    for (let i = 3; i < 14; i++) {
      const name = `Chi bộ Phòng 22${i} ${history.name}`
      history.acts[0]!.opens.push({ ...cell, unit: `c2.o2.k${i}`, name })
    }
    return history
  })
  officer = await foundPerson({ role: 'organisation_officer', unitId: id('root') })
})

const preview = async (input: InputOf<typeof previewAct>) => {
  const { body, status } = await officer.ask(previewAct, input)
  expect(status).toBe(200)
  return body
}
const enter = async (input: Act) => {
  const { body, status } = await officer.ask(enterAct, { act: input })
  expect(status).toBe(200)
  return body
}

describe('what keeps an act from being entered', () => {
  it('names what begins only after its unit has ended, with its first day', async () => {
    const going = { changes: ['c1.o1', 'c1.o2'].map((key) => ({ unitId: id(key), parentId: id('c2') })) }
    const { blocks } = await preview({ act: base('end', { ends: ids('c1'), ...going }) })
    const of = `của Đảng bộ Cơ quan 1 ${branch.file} bắt đầu ngày`
    expect(blocks.map(({ at, code, why }) => [at, code, why.vi])).toEqual([
      ['ends.0', 'belongs_later', `Ban Tổ chức ${of} 01/03/2024, sau ngày kết thúc.`],
      ['ends.0', 'belongs_later', `Thông tin “Trụ sở” ${of} 01/04/2024, sau ngày kết thúc.`],
      ['ends.0', 'belongs_later', `Tên gọi “Đảng bộ Khác” ${of} 01/05/2024, sau ngày kết thúc.`],
    ])
  })

  it('is one line for all who are left under a unit that ends', async () => {
    const found = (await preview({ act: base('end', { ends: ids('c2.o2', 'c1.o1') }) })).blocks
    const blocks = found.toSorted((a, b) => (a.at < b.at ? -1 : 1))
    expect(blocks.map(({ at, code, units }) => [at, code, units.length])).toEqual([
      ['ends.0', 'living_children', 14],
      ['ends.1', 'living_children', 3],
    ])
    const names = [221, 222, 223].map((room) => `Chi bộ Phòng ${room} ${branch.file}`).join(', ')
    expect(blocks[0]!.why.vi).toBe(
      `Đảng bộ Cục 22 ${branch.file} còn 13 tổ chức trực thuộc chưa được sắp xếp: ${names} và 10 tổ chức khác.`,
    )
    expect(blocks[0]!.units[0]!.id).toBe(id('c2.o2'))
  })

  it('names the act by which a unit has ended, or which could no longer be', async () => {
    const { actId } = await enter(base('end', { effective: on('2020-01-01'), ends: ids('c2.o1.k1') }))
    const name = `Chi bộ Phòng 211 ${branch.file}`
    const paper = 'kết thúc hoạt động từ 01/01/2020 (Quyết định 12-QĐ/ĐUK)'
    const later = await preview({ act: base('rename', { changes: [{ unitId: id('c2.o1.k1'), name: 'Chi bộ X' }] }) })
    expect(later.blocks).toMatchObject([
      {
        at: 'changes.0',
        code: 'does_not_live',
        why: {
          vi: `Tổ chức không hoạt động vào ngày có hiệu lực: ${name}. ${name} kết thúc hoạt động theo việc đã ghi: ${paper}.`,
        },
        act: { id: actId, kind: 'end', decision: { symbol: '12-QĐ/ĐUK' } },
      },
    ])
    const earlier = await preview({ act: base('end', { effective: on('2019-01-01'), ends: ids('c2.o1.k1') }) })
    expect(earlier.blocks).toMatchObject([
      {
        at: 'act',
        code: 'does_not_live',
        why: { vi: expect.stringContaining(`Vướng việc đã ghi: ${paper}.`) },
        act: { id: actId },
      },
    ])
    const cell = { id: uuidv7(), type: 'chi_bo', name: 'Chi bộ Y', parentId: id('c2.o1.k1') }
    const { issues } = (await officer.ask(enterAct, { act: base('establish', { opens: [cell] }) })).problem
    expect(issues!.map(({ at }) => at)).toEqual(['act.opens.0.parentId'])
    expect(issues![0]!.why.vi).toContain(`${name} kết thúc hoạt động theo việc đã ghi: ${paper}.`)
  })
})

describe('the rehearsal of a correction', () => {
  it('shows what becomes different from what is entered, and nothing that stays', async () => {
    const opened = { id: uuidv7(), type: 'chi_bo', name: 'Chi bộ Hợp nhất', parentId: id('c1.o1'), restricted: false }
    const ends = ids('c1.o1.k1', 'c1.o1.k2')
    const lineage = ends.map((from) => ({ from, to: opened.id }))
    const merge = base('merge_new', { opens: [opened], ends, lineage })
    const { actId } = await enter(merge)
    const nothing = { opens: [], changes: [], ends: [], gone: [], returns: [], belongings: [], moved: 0, blocks: [] }
    expect(await preview({ act: merge, corrects: actId })).toMatchObject(nothing)
    const other = { ...merge, effective: on('2023-02-01'), opens: [{ ...opened, name: 'Chi bộ Phòng 11' }] }
    expect(await preview({ act: other, corrects: actId })).toMatchObject({
      ...nothing,
      changes: [{ unit: { id: opened.id }, field: 'name', from: 'Chi bộ Hợp nhất', to: 'Chi bộ Phòng 11' }],
    })
    const into = base('merge_into', { ends: [ends[0]!], lineage: [{ from: ends[0]!, to: ends[1]! }] })
    expect(await preview({ act: into, corrects: actId })).toMatchObject({
      ...nothing,
      moved: 2,
      gone: [{ unit: { id: opened.id, name: 'Chi bộ Hợp nhất' }, type: 'chi_bo' }],
      returns: [{ unit: { id: ends[1] } }],
    })
  })
})

describe('the rehearsal of taking an act back', () => {
  it('says what would not be there, live on and be as before, and leaves no trace', async () => {
    const own = await foundBranch((history) => {
      const organ = { key: 'vp', unit: 'c1', kind: 'van_phong', name: 'Văn phòng', aliases: [], source: 's' }
      history.organs.push({ ...organ, from: on('2010-01-01') })
      return history
    })
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const opened = { id: uuidv7(), type: 'cap_tren_co_so', name: 'Đảng bộ Mới', parentId: own.id('root') }
    const ends = [own.id('c1'), own.id('c2')]
    const moved = ['c1.o1', 'c1.o2', 'c2.o1', 'c2.o2']
    const merge = base('merge_new', {
      opens: [opened],
      ends,
      changes: moved.map((key) => ({ unitId: own.id(key), parentId: opened.id })),
      lineage: ends.map((from) => ({ from, to: opened.id })),
    })
    const { actId, version } = (await person.ask(enterAct, { act: merge })).body
    const before = JSON.stringify((await person.ask(tree, { under: own.id('root') })).body.units)
    const seen = (await person.ask(previewUndo, { actId })).body
    expect(seen).toMatchObject({
      blocks: [],
      opens: [],
      ends: [],
      gone: [{ unit: { id: opened.id, name: 'Đảng bộ Mới' } }],
      belongings: [{ name: 'Văn phòng', unit: { id: ends[0] }, to: { id: ends[0] } }],
    })
    expect(new Set(seen.returns.map(({ unit }) => unit.id))).toEqual(new Set(ends))
    expect(seen.changes).toHaveLength(4)
    expect(seen.changes).toContainEqual({
      unit: { id: own.id('c1.o1'), name: `Đảng bộ Cục 11 ${own.file}` },
      field: 'parent',
      from: 'Đảng bộ Mới',
      to: `Đảng bộ Cơ quan 1 ${own.file}`,
    })
    expect(JSON.stringify((await person.ask(tree, { under: own.id('root') })).body.units)).toBe(before)

    // What is entered later stands on it, and is named with its act.
    const rename = base('rename', {
      effective: on('2023-06-01'),
      changes: [{ unitId: opened.id, name: 'Đảng bộ Khác' }],
    })
    const later = (await person.ask(enterAct, { act: rename })).body
    const why = { vi: 'Đã có việc ghi sau dựa trên việc này: đổi tên từ 01/06/2023 (Quyết định 12-QĐ/ĐUK).' }
    expect((await person.ask(previewUndo, { actId })).body.blocks).toMatchObject([
      { at: 'act', code: 'stands_on_it', why, act: { id: later.actId } },
    ])
    for (const refused of [
      await person.ask(undoAct, { actId, version, reason: 'ghi nhầm' }),
      await person.ask(revokeAct, { actId, version, decision }),
    ])
      expect(refused.problem).toMatchObject({ code: 'stands_on_it', issues: [{ at: 'act', why }] })
  })

  it('is for whoever may take it back', async () => {
    const { actId } = await enter(base('rename', { changes: [{ unitId: id('c1.o2'), name: 'Đảng bộ Cục Mới' }] }))
    const elsewhere = await foundPerson({ role: 'organisation_officer', unitId: id('c2') })
    expect((await elsewhere.ask(previewUndo, { actId })).status).toBe(403)
    const secretary = await foundPerson({ role: 'cell_secretary', unitId: id('c1.o2.k1') })
    expect((await secretary.ask(previewUndo, { actId })).status).toBe(403)
    expect((await officer.ask(previewUndo, { actId: uuidv7() })).status).toBe(404)
    const [history] = (await officer.ask(card, { unitId: id('c1') })).body.acts
    expect((await officer.ask(previewUndo, { actId: history!.id })).problem.code).toBe('came_with_a_history')
  })
})

describe('a revoked act', () => {
  it('goes on telling what it had done, restricted names only within reach', async () => {
    const opens = [
      { id: uuidv7(), type: 'chi_bo', name: 'Chi bộ Mở', parentId: id('c1.o1') },
      { id: uuidv7(), type: 'chi_bo', name: 'Chi bộ Kín', parentId: id('c1.o1'), restricted: true },
    ]
    const [open, closed] = opens.map(({ id }) => id)
    const lineage = opens.map(({ id: to }) => ({ from: id('c1.o2.k1'), to }))
    const divide = base('divide', { effective: on('2023-09-01'), opens, ends: ids('c1.o2.k1'), lineage })
    const wrong = { ...divide, opens: [{ ...opens[0]!, name: 'Chi bộ Sai' }, opens[1]!] }
    const { actId, version } = await enter(wrong)
    const corrected = await officer.ask(correctAct, { actId, version, act: divide, reason: 'ghi nhầm tên' })
    const paper = { kind: 'Quyết định', symbol: '15-QĐ/ĐUK' }
    const { status } = await officer.ask(revokeAct, { actId, version: corrected.body.version, decision: paper })
    expect(status).toBe(200)

    const administrator = await foundPerson({ role: 'organisation_officer', unitId: null })
    const shown = (await administrator.ask(act, { actId })).body
    expect(shown).toMatchObject({ revoked: paper, may: [], input: null })
    expect(shown.units.map(({ unit, part, parent, stands }) => [unit.name, part, parent?.id, stands])).toEqual([
      ['Chi bộ Kín', 'opened', id('c1.o1'), false],
      ['Chi bộ Mở', 'opened', id('c1.o1'), false],
      [`Chi bộ Phòng 121 ${branch.file}`, 'ended', id('c1.o2'), true],
    ])
    expect(new Set(shown.lineage.map(({ from, to }) => `${from.id} ${to.name}`))).toEqual(
      new Set([`${id('c1.o2.k1')} Chi bộ Mở`, `${id('c1.o2.k1')} Chi bộ Kín`]),
    )
    const elsewhere = await foundPerson({ role: 'organisation_officer', unitId: id('c2') })
    const told = (await elsewhere.ask(act, { actId })).body
    expect(JSON.stringify(told)).not.toContain('Kín')
    expect(told.units.map(({ unit }) => unit.id)).toContain(open)
    expect(told.lineage).toContainEqual({ from: expect.anything(), to: { id: closed, name: null } })
  })
})

it('the frame says which types may stand without a superior', async () => {
  const { types } = (await officer.ask(terms, {})).body
  const roots = (day: string) =>
    types.flatMap(({ code, valid, mayBeRoot }) => (mayBeRoot && contains(valid, on(day)) ? code : []))
  expect(roots('2024-01-15')).toEqual(['trung_uong_truc_thuoc'])
  expect(roots('1950-01-01')).toContain('chi_bo')
})
