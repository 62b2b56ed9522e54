import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '#kernel/contract/contract.ts'
import { type Branch, foundBranch, foundPerson, type Person, stranger } from '#test/founders.ts'
import { asWriter } from '#test/model/as-known.ts'
import { amendFigure } from '../amend-figure/amend-figure.contract.ts'
import { card } from '../card/card.contract.ts'
import { figureFile } from '../figure-file/figure-file.contract.ts'
import { figures } from '../figures/figures.contract.ts'
import { declareFigure } from './declare-figure.contract.ts'

let branch: Branch
let officer: Person
let otherOfficer: Person
let secretary: Person
let cellSecretary: Person
beforeAll(async () => {
  branch = await foundBranch((history) => {
    const day = { on: '2020-01-01' as never, precision: 'day' as const }
    history.acts.push({
      key: 'het',
      kind: 'end',
      effective: day,
      source: 's',
      opens: [],
      changes: [],
      ends: ['c1.o2.k2'],
      lineage: [],
    })
    history.figures.push({
      unit: 'c1',
      measure: 'cells',
      value: 9,
      qualifier: 'exact',
      asOf: { ...day, on: '2012-01-01' as never },
      definition: { vi: 'Của tệp', en: 'Of the file' },
      source: 's',
    })
    return history
  })
  officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
  otherOfficer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c2') })
  secretary = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
  cellSecretary = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1') })
})

type Declared = InputOf<typeof declareFigure>
const figure = (more: Partial<Declared> = {}): Declared => ({
  unitId: branch.id('c1'),
  measure: 'cells',
  value: 6,
  asOfDate: { on: '2023-12-31' as never, precision: 'day' },
  definition: 'Theo báo cáo năm',
  sourceTitle: 'Báo cáo 12-BC/ĐU',
  ...more,
})
const listed = async (id: string, person = officer, unit = 'c1') =>
  (await person.ask(figures, { unitId: branch.id(unit) })).body.published.find((one) => one.id === id)

describe('a figure is entered', () => {
  it('by the officer of the branch, for any unit of it', async () => {
    for (const unit of ['c1', 'c1.o1', 'c1.o2.k1'])
      expect((await officer.ask(declareFigure, figure({ unitId: branch.id(unit) }))).status).toBe(200)
  })
  it('by the secretary of its committee', async () =>
    expect((await secretary.ask(declareFigure, figure())).status).toBe(200))
  it('and not by the officer of another branch, nor for the level above', async () => {
    const other = await otherOfficer.ask(declareFigure, figure())
    expect([other.status, other.problem.wanted]).toMatchObject([
      403,
      { verb: 'structure.declare-figure', unitId: branch.id('c1') },
    ])
    expect((await officer.ask(declareFigure, figure({ unitId: branch.id('root') }))).status).toBe(403)
    expect((await officer.ask(declareFigure, figure({ unitId: randomUUID() }))).status).toBe(403)
  })
  it('and not by a cell secretary, nor by a stranger', async () => {
    expect((await cellSecretary.ask(declareFigure, figure())).status).toBe(403)
    expect((await stranger.ask(declareFigure, figure())).status).toBe(401)
  })
  it('and its card offers that to whom it is given and to nobody else', async () => {
    const may = async (person: Person) => (await person.ask(card, { unitId: branch.id('c1') })).body.may
    expect([await may(officer), await may(otherOfficer), await may(cellSecretary)]).toEqual([
      ['structure.declare-figure', 'structure.enter-act'],
      [],
      [],
    ])
  })
})

describe('where the document of a figure is found', () => {
  const declared = (sourceAddress: string) => officer.ask(declareFigure, figure({ sourceAddress }))
  for (const address of ['https://vov.vn/bai', 'http://vov.vn', 'nld.com.vn (1962)', 'Kho lưu: tủ 3, hồ sơ 12'])
    it(`may be ${address}`, async () => expect((await declared(address)).status).toBe(200))
  for (const address of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://',
  ])
    it(`may not be ${address}`, async () => {
      const answer = await declared(address)
      expect([answer.status, answer.problem.issues?.[0]?.at]).toEqual([400, 'sourceAddress'])
    })
})

describe('an entered figure', () => {
  it('stands beside the computed one with the difference, never over it', async () => {
    const { id } = (await officer.ask(declareFigure, figure({ value: 5, qualifier: 'about' }))).body
    expect(await listed(id, otherOfficer)).toMatchObject({
      value: 5,
      qualifier: 'about',
      computed: 3,
      difference: -2,
      entered: true,
      hasFile: false,
      source: { grade: 'entered', title: { vi: 'Báo cáo 12-BC/ĐU' } },
    })
  })
  it('is held against the tree of its own day', async () => {
    const { id } = (
      await officer.ask(declareFigure, figure({ asOfDate: { on: '2019-12-31' as never, precision: 'day' } }))
    ).body
    expect(await listed(id)).toMatchObject({ computed: 4, difference: -2 })
  })
  it('is kept in NFC, however it was typed', async () => {
    const { id } = (await officer.ask(declareFigure, figure({ definition: 'Đảng uỷ'.normalize('NFD') }))).body
    expect(await listed(id)).toMatchObject({ definition: { vi: 'Đảng uỷ'.normalize('NFC') } })
  })
  it('has nothing beside it where nobody counts its measure', async () => {
    const { id } = (await officer.ask(declareFigure, figure({ measure: 'members' }))).body
    expect(await listed(id)).toMatchObject({ computed: null, difference: null })
  })
  it('has no document where none was added', async () => {
    const { id } = (await officer.ask(declareFigure, figure())).body
    expect((await officer.ask(figureFile, { figureId: id })).status).toBe(404)
    expect((await officer.ask(figureFile, { figureId: randomUUID() })).status).toBe(404)
  })
})

describe('what cannot be entered', () => {
  const refused: Record<string, Partial<Declared>> = {
    unknown_measure: { measure: 'khong-co' },
    date_in_future: { asOfDate: { on: '2024-01-16' as never, precision: 'day' } },
    unit_did_not_live: { asOfDate: { on: '2009-12-31' as never, precision: 'day' } },
    unknown_file: { fileId: randomUUID() },
  }
  for (const [code, more] of Object.entries(refused)) {
    it(code, async () => {
      const { status, problem } = await officer.ask(declareFigure, figure(more))
      expect([status, problem.code]).toEqual([422, code])
    })
  }
  it('a unit after its last day', async () => {
    const ended = (on: string) =>
      officer.ask(
        declareFigure,
        figure({ unitId: branch.id('c1.o2.k2'), asOfDate: { on: on as never, precision: 'day' } }),
      )
    expect((await ended('2020-01-01')).status).not.toBe(200)
  })
  const bad: Record<string, object> = {
    'a value below nothing': { value: -1 },
    'half a unit': { value: 1.5 },
    'a value as text': { value: '6' },
    'more than there are people': { value: 100_000_001 },
    'no definition': { definition: '  ' },
    'no source': { sourceTitle: '' },
    'a day that is none': { asOfDate: { on: '2023-02-29', precision: 'day' } },
    'an unknown precision': { asOfDate: { on: '2023-02-28', precision: 'week' } },
    'an unknown qualifier': { qualifier: 'roughly' },
    'no unit': { unitId: 'c1' },
    'a null character': { definition: 'Theo báo\u0000cáo' },
    'a character that turns the direction': { definition: 'Theo báo cáo\u202e' },
    'a hidden character in the source': { sourceTitle: 'Báo\u200bcáo' },
  }
  for (const [what, more] of Object.entries(bad)) {
    it(what, async () => expect((await officer.ask(declareFigure, figure(more as never))).status).toBe(400))
  }
})

describe('a figure is amended', () => {
  const amendment = (figureId: string, version: number, value: number): InputOf<typeof amendFigure> => {
    const { measure: _m, sourceTitle: _s, ...rest } = figure({ value })
    return { ...rest, figureId, version }
  }
  const entered = async () => {
    const { id } = (await officer.ask(declareFigure, figure({ value: 5 }))).body
    return (await listed(id))!
  }
  it('by the officer, and what was believed before is kept with when and by which entry it was superseded', async () => {
    const { id, version } = await entered()
    const { status, body } = await officer.ask(amendFigure, amendment(id, version, 4))
    expect(status).toBe(200)
    expect(await listed(id)).toMatchObject({ value: 4, version: body.version, difference: -1 })
    const { rows } = await asWriter((tx) =>
      sql<{ value: number; entry: number; superseded_by: number; closed: boolean }>`
        select value, entry, superseded_by, not upper_inf(known) as closed from structure.published_figure_was where id = ${id}::uuid`.execute(
        tx,
      ),
    )
    expect(rows).toEqual([{ value: 5, entry: version, superseded_by: body.version, closed: true }])
  })
  it('never over a version that was not seen: both are shown', async () => {
    const { id, version } = await entered()
    await officer.ask(amendFigure, amendment(id, version, 4))
    const { status, problem } = await officer.ask(amendFigure, amendment(id, version, 3))
    expect([status, (problem.current as { value: number }).value]).toEqual([409, 4])
    expect((await listed(id))!.value).toBe(4)
  })
  it('not by others', async () => {
    const { id, version } = await entered()
    for (const person of [otherOfficer, cellSecretary])
      expect((await person.ask(amendFigure, amendment(id, version, 4))).status).toBe(403)
    const astray = { ...amendment(id, version, 4), unitId: branch.id('c2') }
    expect((await otherOfficer.ask(amendFigure, astray)).status).toBe(404)
  })
  it('not where it came with a history, nor into the future or before the unit lived', async () => {
    const loaded = (await officer.ask(figures, { unitId: branch.id('c1') })).body.published.find((one) => !one.entered)!
    expect((await officer.ask(amendFigure, amendment(loaded.id, loaded.version, 4))).problem.code).toBe(
      'came_with_a_history',
    )
    const { id, version } = await entered()
    const on = (day: string) => ({
      ...amendment(id, version, 4),
      asOfDate: { on: day as never, precision: 'day' as const },
    })
    expect((await officer.ask(amendFigure, on('2024-01-16'))).problem.code).toBe('date_in_future')
    expect((await officer.ask(amendFigure, on('2009-12-31'))).problem.code).toBe('unit_did_not_live')
  })
})
