import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { act } from '../act/act.contract.ts'
import { card } from '../card/card.contract.ts'
import { correctAct } from '../correct-act/correct-act.contract.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { figures } from '../figures/figures.contract.ts'
import { previewAct } from '../preview-act/preview-act.contract.ts'
import { revokeAct } from '../revoke-act/revoke-act.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'
import type { ActInput } from './act-input.contract.ts'

const decision = { kind: 'Quyết định', symbol: '12-QĐ/ĐUK', on: '2023-12-20' as never, organ: 'Ban Thường vụ Đảng uỷ' }
const on = (day: string) => day as never

let branch: Branch
let officer: Person
const id = (key: string) => branch.id(key)
beforeAll(async () => {
  branch = await foundBranch()
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
})

/** Two cells of one organisation become one. */
function mergeOf(day: string, organisation: string, name: string): ActInput & { opened: string } {
  const opened = uuidv7()
  const ends = ['k1', 'k2'].map((k) => id(`${organisation}.${k}`)).sort()
  return {
    opened,
    ...({
      kind: 'merge_new',
      effective: on(day),
      decision,
      opens: [{ id: opened, type: 'chi_bo', name, parentId: id(organisation), restricted: false }],
      changes: [],
      ends,
      lineage: ends.map((from) => ({ from, to: opened })),
      organs: [],
      counterparts: [],
    } as ActInput),
  }
}

const namesOn = async (under: string, asOf: string) =>
  (await officer.ask(tree, { under: id(under), asOf: on(asOf) })).body.units.map(({ name }) =>
    name.replace(branch.file, '').trim(),
  )

describe('an act', () => {
  it('is rehearsed without a trace, entered, asked for, corrected, and taken back', async () => {
    const { opened, ...merge } = mergeOf('2023-03-01', 'c1.o1', 'Chi bộ Hợp nhất')
    const before = await namesOn('c1.o1', '2023-06-01')
    const rehearsed = (await officer.ask(previewAct, { act: merge })).body
    expect(rehearsed).toMatchObject({ blocks: [], counts: [{ type: 'chi_bo', before: 2, after: 1 }], moved: 3 })
    expect(rehearsed.ends).toHaveLength(2)
    expect(await namesOn('c1.o1', '2023-06-01')).toEqual(before)

    const { body: entered, status } = await officer.ask(enterAct, { act: merge })
    expect(status).toBe(200)
    expect(await namesOn('c1.o1', '2023-02-28')).toEqual(before)
    expect(await namesOn('c1.o1', '2023-03-01')).toEqual(['Đảng bộ Cục 11', 'Chi bộ Hợp nhất'])
    const shown = (await officer.ask(act, { actId: entered.actId })).body
    expect(shown).toMatchObject({
      kind: 'merge_new',
      decision,
      input: merge,
      enteredBy: expect.stringContaining('Người thử'),
    })
    expect(shown.may).toContain('structure.undo-act')

    const corrected = {
      ...merge,
      effective: on('2023-04-01'),
      opens: [{ ...merge.opens[0]!, name: 'Chi bộ Phòng 11' }],
    }
    const correction = { actId: entered.actId, version: entered.version, act: corrected, reason: 'ghi nhầm ngày' }
    const second = (await officer.ask(correctAct, correction)).body
    expect((await officer.ask(correctAct, correction)).status).toBe(409)
    expect(await namesOn('c1.o1', '2023-03-31')).toEqual(before)
    expect(await namesOn('c1.o1', '2023-04-01')).toEqual(['Đảng bộ Cục 11', 'Chi bộ Phòng 11'])
    expect((await officer.ask(card, { unitId: opened })).body.predecessors).toHaveLength(2)

    const undone = await officer.ask(undoAct, { actId: entered.actId, version: second.version, reason: 'ghi nhầm' })
    expect(undone.body).toEqual({ undone: true })
    expect(await namesOn('c1.o1', '2023-06-01')).toEqual(before)
    expect((await officer.ask(card, { unitId: opened })).status).toBe(404)
    expect((await officer.ask(act, { actId: entered.actId })).status).toBe(404)

    // What was taken back is entered again, its units under the same ids.
    const again = (await officer.ask(enterAct, { act: merge })).body
    expect(await namesOn('c1.o1', '2023-03-01')).toEqual(['Đảng bộ Cục 11', 'Chi bộ Hợp nhất'])
    await officer.ask(undoAct, { actId: again.actId, version: again.version, reason: 'ghi nhầm' })
    expect(await namesOn('c1.o1', '2023-06-01')).toEqual(before)
  })

  it('is taken back by a decision: it stays in the book and has no effect', async () => {
    const { opened, ...merge } = mergeOf('2023-05-01', 'c1.o2', 'Chi bộ Thu hồi')
    const before = await namesOn('c1.o2', '2023-06-01')
    const { actId, version } = (await officer.ask(enterAct, { act: merge })).body
    const paper = { kind: 'Quyết định', symbol: '15-QĐ/ĐUK' }
    expect((await officer.ask(revokeAct, { actId, version, decision: paper })).status).toBe(200)
    expect(await namesOn('c1.o2', '2023-06-01')).toEqual(before)
    const shown = (await officer.ask(act, { actId })).body
    expect(shown).toMatchObject({ revoked: paper, decision, may: [] })
    expect((await officer.ask(card, { unitId: opened })).status).toBe(404)
    const history = (await officer.ask(card, { unitId: id('c1.o2.k1') })).body
    expect(history.acts.at(-1)).toMatchObject({ id: actId, revoked: paper })
    expect((await officer.ask(revokeAct, { actId, version: shown.version, decision: paper })).problem.code).toBe(
      'revoked_already',
    )
  })

  it('is taken back with the unit that it opened, although a revoked act still speaks of that unit', async () => {
    const { opened, ...merge } = mergeOf('2023-07-01', 'c2.o1', 'Chi bộ Mới lập')
    const first = (await officer.ask(enterAct, { act: merge })).body
    const changes = [{ unitId: opened, name: 'Chi bộ Đổi tên' }]
    const rename = { kind: 'rename' as const, effective: on('2023-08-01'), decision, changes }
    const second = (await officer.ask(enterAct, { act: rename })).body
    const paper = { kind: 'Quyết định', symbol: '16-QĐ/ĐUK' }
    expect((await officer.ask(revokeAct, { ...second, decision: paper })).status).toBe(200)
    const undone = await officer.ask(undoAct, { ...first, reason: 'ghi nhầm' })
    expect(undone.status).toBe(200)
    const shown = (await officer.ask(act, { actId: second.actId })).body
    expect(shown.units.map(({ unit, part, stands }) => [unit.id, unit.name, part, stands])).toEqual([
      [opened, 'Chi bộ Đổi tên', 'changed', false],
    ])
  })

  it('moves a whole branch, and every figure follows', async () => {
    const move = {
      kind: 'reparent' as const,
      effective: on('2022-01-01'),
      decision,
      changes: [{ unitId: id('c2.o2'), parentId: id('c1') }],
    }
    const cells = async (unit: string, day: string) =>
      (await officer.ask(tree, { under: id('root'), asOf: on(day), figure: 'cells' })).body.units.find(
        (u) => u.id === id(unit),
      )!.figure
    expect((await officer.ask(previewAct, { act: move })).body).toMatchObject({ moved: 3, blocks: [] })
    expect((await officer.ask(enterAct, { act: move })).status).toBe(200)
    expect([await cells('c2', '2021-12-31'), await cells('c2', '2022-01-01')]).toEqual([4, 2])
    expect((await officer.ask(figures, { unitId: id('c1'), asOf: on('2021-12-31') })).status).toBe(200)
  })

  it('takes its organs along or ends them, and gives them back', async () => {
    const own = await foundBranch((history) => {
      const base = { kind: 'van_phong', from: '2010-01-01' as never, aliases: [], source: 's' }
      history.organs.push(
        { ...base, key: 'a', unit: 'c1', name: 'Văn phòng A' },
        { ...base, key: 'b', unit: 'c1', name: 'Văn phòng B' },
      )
      history.facts.push({ unit: 'c1', kind: 'seat', value: 'Hà Nội', from: '2010-01-01' as never, source: 's' })
      return history
    })
    const person = await foundPerson({ role: 'organisation_officer', unitId: own.id('root') })
    const organsOf = async (unit: string) =>
      (await person.ask(card, { unitId: own.id(unit) })).body.organs.map(
        ({ name, valid }) => `${name} ${valid.from} ${valid.until}`,
      )
    const before = await organsOf('c1')
    const [a] = (await person.ask(card, { unitId: own.id('c1') })).body.organs
    const merge = {
      kind: 'merge_into' as const,
      effective: on('2023-01-01'),
      decision,
      changes: ['c1.o1', 'c1.o2'].map((unit) => ({ unitId: own.id(unit), parentId: own.id('c2') })),
      ends: [own.id('c1')],
      lineage: [{ from: own.id('c1'), to: own.id('c2') }],
      organs: [{ id: a!.id, to: own.id('c2') }],
    }
    const seen = (await person.ask(previewAct, { act: merge })).body
    expect(new Set(seen.belongings.map(({ family, to }) => `${family} ${to?.id ?? 'ends'}`))).toEqual(
      new Set(['fact ends', 'organ ends', `organ ${own.id('c2')}`]),
    )
    const { actId, version } = (await person.ask(enterAct, { act: merge })).body
    expect(await organsOf('c1')).toEqual(['Văn phòng A 2010-01-01 2023-01-01', 'Văn phòng B 2010-01-01 2023-01-01'])
    expect(await organsOf('c2')).toEqual(['Văn phòng A 2023-01-01 null'])
    expect((await person.ask(undoAct, { actId, version, reason: 'ghi nhầm' })).status).toBe(200)
    expect(await organsOf('c1')).toEqual(before)
    expect(await organsOf('c2')).toEqual([])
  })

  it('never tells a restricted name to whom the unit is out of reach, neither when it opens nor when it is renamed', async () => {
    const opens = [{ id: uuidv7(), type: 'chi_bo', name: 'Chi bộ Kín đáo', parentId: id('c1.o1'), restricted: true }]
    const made = { kind: 'establish' as const, effective: on('2023-05-01'), decision, opens }
    const { actId } = (await officer.ask(enterAct, { act: made })).body
    const change = { unitId: opens[0]!.id, name: 'Chi bộ Kín hơn' }
    const named = { kind: 'rename' as const, effective: on('2023-07-01'), decision, changes: [change] }
    const renaming = (await officer.ask(enterAct, { act: named })).body
    const stranger = await foundPerson({ role: 'organisation_officer', unitId: id('c2') })
    for (const one of [actId, renaming.actId]) {
      expect(JSON.stringify((await officer.ask(act, { actId: one })).body)).toContain('Kín')
      expect(JSON.stringify((await stranger.ask(act, { actId: one })).body)).not.toContain('Kín')
    }
  })
})
