import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { type Harness, openHarness } from '#test/harness.ts'
import { asWriter } from '#test/model/as-known.ts'
import { card } from './card/card.contract.ts'
import { figures } from './figures/figures.contract.ts'
import { idOf } from './index.server.ts'
import { History } from './load-history/history.contract.ts'
import { tree } from './tree/tree.contract.ts'

const file = new URL('../../../data/bloc/history.json', import.meta.url)
const id = (key: string) => idOf('bloc', 'unit', key)
const day = (text: string) => text as PlainDate
let own: Harness
beforeAll(async () => {
  own = await openHarness()
  const raw = JSON.parse(readFileSync(file, 'utf8'))
  expect(History.safeParse(raw).error).toBeUndefined()
  await own.found('structure.load-history', { history: raw })
}, 120_000)
afterAll(() => own.engine.close())

const ask = async <C extends Contract>(contract: C, input: InputOf<C>) =>
  (await own.found(contract.name, input)) as OutputOf<C>

const blocOn = (on: string) => ask(figures, { unitId: id('bloc'), asOf: day(on) })

/** unit · as of · measure · what the source states · what the tree gives. As data/bloc/README.md tells it. */
const stated = `
lien-chi 1948-11-07 cells 5 6
lien-chi 1948-11-07 cells 6 6
lien-chi 1953-06-01 cells 78 null
lien-chi 1953-06-01 members 2523 null
lien-chi 1953-06-01 unions_of_cells 13 13
bloc 2007-04-11 direct_subordinates 92 null
bloc 2010-01-01 direct_grassroots_committees 26 26
bloc 2010-01-01 direct_subordinates 60 60
bloc 2010-01-01 direct_upper_grassroots 34 34
bloc 2015-09-15 direct_subordinates 63 63
bloc 2020-06-01 attached_cells 5437 5437
bloc 2020-06-01 direct_upper_grassroots 34 34
bloc 2020-06-01 grassroots_cells 533 533
bloc 2020-06-01 grassroots_committees 563 563
bloc 2020-06-01 sectional_committees 101 101
bloc 2021-04-24 attached_cells 5485 5485
bloc 2021-04-24 direct_subordinates 61 61
bloc 2021-04-24 grassroots_organisations 1099 1099
bloc 2021-04-24 members 81196 null
bloc 2021-12-31 cells nearly5800 5790
bloc 2021-12-31 direct_grassroots_committees 27 27
bloc 2021-12-31 direct_subordinates 61 61
bloc 2021-12-31 direct_upper_grassroots 34 34
bloc 2021-12-31 members over77000 null
bloc 2022-06-30 cells over5700 5722
bloc 2022-06-30 direct_subordinates 61 61
bloc 2022-06-30 members nearly79000 null
bloc 2023-12-31 attached_cells 5055 5055
bloc 2023-12-31 cells 5529 5529
bloc 2023-12-31 direct_subordinates 61 61
bloc 2023-12-31 grassroots_cells 474 474
bloc 2023-12-31 members 78432 null`

describe('the Bloc on 31/12/2023', () => {
  it('has 61 direct subordinates, 474 grassroots cells, 5,055 attached cells, 5,529 cells', async () => {
    const { measures } = await blocOn('2023-12-31')
    const computed = Object.fromEntries(measures.map((m) => [m.measure, m.computed]))
    expect(computed).toMatchObject({
      direct_subordinates: 61,
      grassroots_cells: 474,
      attached_cells: 5055,
      cells: 5529,
      members: null,
    })
  })
  it('has the same counts by type, in the tree and beside the tree', async () => {
    const { byType } = await blocOn('2023-12-31')
    const body = await ask(tree, { asOf: day('2023-12-31'), under: id('bloc'), figure: 'cells' })
    expect(body.units.filter((unit) => unit.parentId === id('bloc'))).toHaveLength(61)
    expect(body.units[0]).toMatchObject({ id: id('bloc'), figure: 5529, covered: true })
    for (const { type, below } of byType) expect(body.units.filter((unit) => unit.type === type)).toHaveLength(below!)
  })
})

describe('the Bloc through time', () => {
  it('shows every stated figure beside the computed one, agreeing or not, as the README says', async () => {
    const lines: string[] = []
    for (const unit of ['lien-chi', 'bloc']) {
      const { published } = await ask(figures, { unitId: id(unit), asOf: day('2023-12-31') })
      for (const { asOf, measure, qualifier, value, computed, difference } of published) {
        lines.push(`${unit} ${asOf.on} ${measure} ${qualifier === 'exact' ? '' : qualifier}${value} ${computed}`)
        expect(difference).toBe(computed === null ? null : computed - value)
      }
    }
    expect(lines).toEqual(stated.trim().split('\n'))
  })
  it('stands from its first day on; its end is a draft, and not told', async () => {
    const states = []
    for (const on of ['2007-04-10', '2007-04-11', '2025-02-03'])
      states.push((await ask(card, { unitId: id('bloc'), asOf: day(on) })).state)
    expect(states).toEqual(['not_yet', 'alive', 'alive'])
  })
  it('says of the years no source covers that it has none', async () => {
    const on = day('1970-01-01')
    expect((await ask(card, { unitId: id('lien-chi'), asOf: on })).state).toBe('no_source')
    const { measures } = await ask(figures, { unitId: id('lien-chi'), asOf: on })
    expect(measures.every(({ computed }) => computed === null)).toBe(true)
  })
  it('says so too of what stood below, where no source tells of it', async () => {
    const cells = async (unit: string, on: string) => {
      const { measures } = await ask(figures, { unitId: id(unit), asOf: day(on) })
      return ['direct_subordinates', 'cells'].map((code) => measures.find(({ measure }) => measure === code)!.computed)
    }
    expect(await cells('lien-chi', '1948-11-07')).toEqual([6, 6])
    expect(await cells('lien-chi', '1950-01-01')).toEqual([null, null])
    expect(await cells('lien-chi', '1953-06-30')).toEqual([14, null])
    expect(await cells('lien-chi', '1961-05-05')).toEqual([null, null])
    expect(await cells('khoi-kinh-te', '2007-04-10')).toEqual([null, null])
    // The three of 2012: no source says how many cells they had, and so none for the whole.
    expect(await cells('bcd-tay-bac', '2015-01-01')).toEqual([null, null])
    expect(await cells('bloc', '2015-01-01')).toEqual([63, null])
  })
  it('has its levels below from the first day on, and marks every figure that counts them', async () => {
    for (const on of ['2007-04-11', '2010-12-31', '2023-12-31', '2024-12-31']) {
      const { measures } = await blocOn(on)
      const cells = measures.find(({ measure }) => measure === 'cells')!
      expect([cells.invented, cells.computed! > 5000]).toEqual([true, true])
    }
  })
  it('remembers the five renamings that were first recorded with a wrong day', async () => {
    const raw = JSON.parse(readFileSync(file, 'utf8')) as History
    const ids = raw.acts.map((act) => idOf('bloc', 'act', act.key))
    const { rows } = await asWriter(
      (tx) =>
        sql<{ n: number }>`select count(*) as n from structure.act_was where id = any (${ids}::uuid[])`.execute(tx),
      own.engine,
    )
    expect(raw.acts.filter((act) => act.firstRecorded)).toHaveLength(5)
    expect(rows[0]!.n).toBe(5)
  })
})
