import { beforeAll, describe, expect, test } from 'vitest'
import { card, declareFigure, figures, find, tree } from '#modules/structure/index.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { journal } from './journal/journal.contract.ts'

/** A branch with one restricted organisation abroad (c1.o1) and a restricted fact of it (the place). */
let branch: Branch
const people: Record<string, Person> = {}
beforeAll(async () => {
  branch = await foundBranch((history) => ({
    ...history,
    acts: history.acts.map((act) => ({
      ...act,
      opens: act.opens.map((open) => (open.unit === 'c1.o1' ? { ...open, restricted: true } : open)),
    })),
    facts: [
      { unit: 'c1.o2', kind: 'place', value: 'Thành phố kín', from: '2010-01-01' as never, source: 's' },
      { unit: 'c1.o2', kind: 'seat', value: 'Số 1 phố mở', from: '2010-01-01' as never, source: 's' },
    ],
  }))
  people.inside = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1') })
  people.itself = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o1'), reach: 'own' })
  people.above = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c1'), reach: 'own' })
  people.elsewhere = await foundPerson({ role: 'committee_secretary', unitId: branch.id('c2') })
})
const nameOf = (key: string) => expect.stringContaining({ 'c1.o1': 'Đảng bộ Cục 11', c1: 'Đảng bộ Cơ quan 1' }[key]!)

describe('a restricted name', () => {
  test.each(['inside', 'itself'])('is seen by whose grant reaches the unit (%s)', async (who) => {
    const person = people[who]!
    expect((await person.ask(card, { unitId: branch.id('c1.o1') })).body.now.name).toEqual(nameOf('c1.o1'))
    expect((await person.ask(tree, { under: branch.id('c1') })).body.units.map(({ id }) => id)).toContain(
      branch.id('c1.o1'),
    )
    expect((await person.ask(find, { text: `Cục 11 ${branch.file}` })).body.units.map(({ id }) => id)).toEqual([
      branch.id('c1.o1'),
    ])
  })

  test.each(['elsewhere', 'above'])(
    'is seen nowhere by others (%s): not in the tree, not found, not as a card, not as a superior',
    async (who) => {
      const person = people[who]!
      expect((await person.ask(card, { unitId: branch.id('c1.o1') })).status).toBe(404)
      expect((await person.ask(tree, { under: branch.id('root') })).body.units.map(({ id }) => id)).not.toContain(
        branch.id('c1.o1'),
      )
      expect((await person.ask(find, { text: `Cục 11 ${branch.file}` })).body.units).toEqual([])
      const below = await person.ask(card, { unitId: branch.id('c1.o1.k1') })
      expect(JSON.stringify(below.body)).not.toContain('Cục 11 ')
      expect(below.body.path.at(-1)).toEqual({ id: branch.id('c1.o1'), name: null })
    },
  )

  test('is counted all the same: every figure is one figure for everybody', async () => {
    const asked = await Promise.all(
      ['inside', 'elsewhere'].map(async (who) => {
        const { units } = (await people[who]!.ask(tree, { under: branch.id('root'), figure: 'below' })).body
        return {
          below: units.find(({ id }) => id === branch.id('c1'))!.figure,
          direct: (await people[who]!.ask(card, { unitId: branch.id('c1') })).body.direct,
          byType: (await people[who]!.ask(figures, { unitId: branch.id('c1') })).body.byType,
        }
      }),
    )
    expect(asked[1]).toEqual(asked[0])
    expect(asked[0]).toMatchObject({ below: 6, direct: [{ type: 'dang_bo_co_so', units: 2 }] })
  })
})

test('a restricted fact is shown within reach alone, the open ones beside it to everybody', async () => {
  const factsFor = async (who: string) =>
    (await people[who]!.ask(card, { unitId: branch.id('c1.o2') })).body.facts.map(({ value }) => value)
  expect((await factsFor('inside')).sort()).toEqual(['Số 1 phố mở', 'Thành phố kín'])
  expect(await factsFor('elsewhere')).toEqual(['Số 1 phố mở'])
  expect(await factsFor('above')).toEqual(['Số 1 phố mở'])
})

describe('the journal', () => {
  test('is read within reach: of the unit and below where the grant says below, of the unit alone where not, and one’s own', async () => {
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('root') })
    const asOfDate = { on: '2023-12-31', precision: 'day' } as never
    const figureOf = async (key: string) => {
      const input = {
        unitId: branch.id(key),
        measure: 'members',
        value: 7,
        asOfDate,
        definition: 'đảng viên',
        sourceTitle: 'Báo cáo',
      }
      return `figure:${(await officer.ask(declareFigure, input)).body.id}`
    }
    const [at, below, beside] = [await figureOf('c1'), await figureOf('c1.o2.k1'), await figureOf('c2')]
    const sees = async (person: Person, subject: string) => (await person.ask(journal, { subject })).body.entries.length
    const seen = async (person: Person) => [
      await sees(person, at),
      await sees(person, below),
      await sees(person, beside),
    ]
    expect(await seen(officer)).toEqual([1, 1, 1])
    expect(await seen(people.inside!)).toEqual([1, 1, 0])
    expect(await seen(people.above!)).toEqual([1, 0, 0])
    expect(await seen(people.elsewhere!)).toEqual([0, 0, 1])
    expect(await seen(people.itself!)).toEqual([0, 0, 0])
  })
})
