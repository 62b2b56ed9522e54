import { beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/contract.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { previewAct } from '../preview-act/preview-act.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'

type Act = InputOf<typeof enterAct>['act']

const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐUK' }
const on = (day: string) => day as never

let branch: Branch
let officer: Person
const id = (key: string) => branch.id(key)
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
})

const base = (kind: Act['kind'], more: Partial<Act>): Act => ({ kind, effective: on('2023-01-01'), decision, ...more })
const born = (more: object = {}) => ({
  id: uuidv7(),
  type: 'chi_bo',
  name: 'Chi bộ Mới',
  parentId: id('c1.o1'),
  ...more,
})
const whole = async () => JSON.stringify((await officer.ask(tree, { under: id('root') })).body.units)

describe('an act that cannot be', () => {
  const cases: [string, () => Act, string, string][] = [
    [
      'ends a unit with living children',
      () => base('end', { ends: [id('c1.o1')] }),
      'act.ends.0',
      'còn 2 tổ chức trực thuộc chưa được sắp xếp: Chi bộ Phòng 111',
    ],
    [
      'merges a unit into itself',
      () => base('merge_into', { ends: [id('c1.o1.k1')], lineage: [{ from: id('c1.o1.k1'), to: id('c1.o1.k1') }] }),
      'act.lineage.0.to',
      'chính mình',
    ],
    [
      'puts a unit under one below it',
      () => base('reparent', { changes: [{ unitId: id('c1.o1'), parentId: id('c1.o1.k1') }] }),
      'act.changes.0.parentId',
      'trực thuộc',
    ],
    [
      'holds before its unit was born',
      () => base('rename', { effective: on('2009-12-31'), changes: [{ unitId: id('c1'), name: 'Tên cũ' }] }),
      'act.changes.0',
      'không hoạt động',
    ],
    [
      'puts a unit under one that does not live on that day',
      () => base('establish', { effective: on('2009-01-01'), opens: [born()] }),
      'act.opens.0.parentId',
      'cấp trên không hoạt động',
    ],
    [
      'puts a committee under a cell',
      () => base('establish', { opens: [born({ type: 'dang_bo_co_so', parentId: id('c1.o1.k1') })] }),
      'act.opens.0.parentId',
      'không được đặt trực thuộc',
    ],
    [
      'names a type that there is not',
      () => base('establish', { opens: [born({ type: 'khong_co' })] }),
      'act.opens.0.type',
      'Loại hình',
    ],
    [
      'changes nothing',
      () => base('reparent', { changes: [{ unitId: id('c1.o1'), parentId: id('c1') }] }),
      'act.changes.0',
      'Không có gì thay đổi',
    ],
    [
      'names a unit twice',
      () =>
        base('rename', {
          changes: [
            { unitId: id('c1'), name: 'A' },
            { unitId: id('c1'), name: 'B' },
          ],
        }),
      'act.changes.1.unitId',
      'hai lần',
    ],
    ['is not what its kind means', () => base('divide', { ends: [id('c1.o1.k1')] }), 'act.kind', 'Chia'],
    [
      'opens a unit under an id in use',
      () => base('establish', { opens: [born({ id: id('c1.o1.k1') })] }),
      'act.opens.0.id',
      'đã được dùng',
    ],
    [
      'lets a new unit stand under itself',
      () => {
        const own = uuidv7()
        return base('establish', { opens: [born(), born({ id: own, parentId: own })] })
      },
      'act.opens.1.parentId',
      'chính mình',
    ],
    [
      'moves an organ that there is not',
      () =>
        base('reparent', {
          changes: [{ unitId: id('c1.o1'), parentId: id('c2') }],
          organs: [{ id: uuidv7(), to: id('c2') }],
        }),
      'act.organs.0.id',
      'Cơ quan này',
    ],
  ]
  it.each(cases)('%s: refused with its place named, and nothing changes', async (_, act, at, sentence) => {
    const before = await whole()
    const { status, problem } = await officer.ask(enterAct, { act: act() })
    expect([status, problem.code]).toEqual([422, 'blocked'])
    expect(problem.issues).toContainEqual({
      at,
      why: expect.objectContaining({ vi: expect.stringContaining(sentence) }),
    })
    expect((await officer.ask(previewAct, { act: act() })).body.blocks.map((block) => `act.${block.at}`)).toContain(at)
    expect(await whole()).toBe(before)
  })

  it.each([
    ['an invisible character', 'Chi bộ\u200b Ẩn'],
    ['letters whose marks are not composed', 'Chi bộ Tuyên giáo'.normalize('NFD')],
  ])('holds %s: refused with the field named', async (_, name) => {
    const { status, problem } = await officer.ask(enterAct, { act: base('establish', { opens: [born({ name })] }) })
    expect([status, problem.issues?.[0]?.at]).toEqual([400, 'act.opens.0.name'])
    expect(problem.issues?.[0]?.why.vi).toContain('ký tự ẩn')
  })

  it('lets lives overlap: a second end, an end before a later change', async () => {
    const own = await foundBranch()
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const end = (day: string) => base('end', { effective: on(day), ends: [own.id('c1.o1.k1')] })
    expect((await person.ask(enterAct, { act: end('2020-01-01') })).status).toBe(200)
    const again = await person.ask(enterAct, { act: end('2021-01-01') })
    expect([again.status, again.problem.issues?.[0]?.why.vi]).toEqual([422, expect.stringContaining('không hoạt động')])
    const rename = base('rename', {
      effective: on('2015-01-01'),
      changes: [{ unitId: own.id('c1.o1.k2'), name: 'Chi bộ X' }],
    })
    expect((await person.ask(enterAct, { act: rename })).status).toBe(200)
    const earlier = base('end', { effective: on('2014-01-01'), ends: [own.id('c1.o1.k2')] })
    expect((await person.ask(enterAct, { act: earlier })).problem.code).toBe('blocked')
  })
})

describe('a right', () => {
  it('is asked at both ends of an act', async () => {
    const own = await foundBranch()
    const one = await foundPerson({ role: 'organisation_officer', unitId: own.id('c1') })
    const move = base('reparent', { changes: [{ unitId: own.id('c1.o1'), parentId: own.id('c2') }] })
    const refused = await one.ask(enterAct, { act: move })
    expect([refused.status, refused.problem.wanted]).toMatchObject([
      403,
      { verb: 'structure.enter-act', unitId: own.id('c2') },
    ])
    expect((await one.ask(previewAct, { act: move })).status).toBe(403)
    const secretary = await foundPerson({ role: 'cell_secretary', unitId: own.id('c1.o1.k1') })
    const rename = base('rename', { changes: [{ unitId: own.id('c1.o1.k1'), name: 'Chi bộ khác' }] })
    expect((await secretary.ask(enterAct, { act: rename })).status).toBe(403)
    expect((await one.ask(enterAct, { act: rename })).status).toBe(200)
  })

  it('of one branch makes no root, unless one of its own goes on in it', async () => {
    const own = await foundBranch()
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const root = { type: 'trung_uong_truc_thuoc', parentId: null }
    const alone = base('establish', { opens: [born(root)], changes: [{ unitId: own.id('c1'), parentId: null }] })
    expect((await person.ask(enterAct, { act: alone })).problem.code).toBe('root_needs_whole_reach')
    const two = [born(root), born(root)]
    const divided = base('divide', {
      opens: two,
      changes: ['c1', 'c2'].map((key, i) => ({ unitId: own.id(key), parentId: two[i]!.id })),
      ends: [own.id('root')],
      lineage: two.map(({ id: to }) => ({ from: own.id('root'), to })),
    })
    expect((await person.ask(previewAct, { act: divided })).body).toMatchObject({ blocks: [], moved: 17 })
    const { body, status } = await person.ask(enterAct, { act: divided })
    expect(status).toBe(200)
    const undo = { actId: body.actId, version: body.version, reason: 'diễn tập' }
    expect((await person.ask(undoAct, undo)).body).toEqual({ undone: true })
  })

  it('to take an act back ends where something stands on it', async () => {
    const own = await foundBranch()
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const first = base('rename', { changes: [{ unitId: own.id('c1'), name: 'Đảng bộ Một' }] })
    const { actId, version } = (await person.ask(enterAct, { act: first })).body
    const second = base('rename', {
      effective: on('2023-06-01'),
      changes: [{ unitId: own.id('c1'), name: 'Đảng bộ Hai' }],
    })
    const later = (await person.ask(enterAct, { act: second })).body
    const refused = await person.ask(undoAct, { actId, version, reason: 'ghi nhầm' })
    expect([refused.status, refused.problem.code]).toEqual([422, 'stands_on_it'])
    expect((await person.ask(undoAct, { actId: later.actId, version: later.version, reason: 'ghi nhầm' })).status).toBe(
      200,
    )
    expect((await person.ask(undoAct, { actId, version, reason: 'ghi nhầm' })).status).toBe(200)
    const stranger = await foundPerson({ role: 'organisation_officer', unitId: own.id('c2') })
    const third = (await person.ask(enterAct, { act: first })).body
    const theirs = await stranger.ask(undoAct, { actId: third.actId, version: third.version, reason: 'ghi nhầm' })
    expect(theirs.status).toBe(403)
  })
})

it('two people who move two units under each other at once: one is done, the other is refused, and the tree hangs together', async () => {
  const own = await foundBranch()
  const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
  for (let round = 0; round < 3; round++) {
    const [a, b] = [
      born({ type: 'cap_tren_co_so', parentId: own.id('root') }),
      born({ type: 'cap_tren_co_so', parentId: own.id('root') }),
    ]
    expect(
      (await person.ask(enterAct, { act: base('establish', { effective: on('2015-01-01'), opens: [a, b] }) })).status,
    ).toBe(200)
    const cell = (parentId: string) => born({ type: 'dang_bo_co_so', parentId })
    const opposite = [base('end', { ends: [a.id] }), base('establish', { opens: [cell(a.id)] })]
    const answers = await Promise.all(opposite.map((act) => person.ask(enterAct, { act })))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses[0]).toBe(200)
    expect([409, 422, 503]).toContain(statuses[1])
  }
})
