import { beforeAll, describe, expect, it } from 'vitest'
import { type Branch, foundBranch, foundPerson, type Person, stranger } from '#test/founders.ts'
import { card } from '../card/card.contract.ts'
import { figures } from '../figures/figures.contract.ts'
import { lineage } from '../lineage/lineage.contract.ts'
import { tree } from './tree.contract.ts'

let branch: Branch
let far: Person
let near: Person
let secret: string
beforeAll(async () => {
  branch = await foundBranch((history) => {
    for (const open of history.acts[0]!.opens) if (open.unit === 'c1.o1.k1') open.restricted = true
    history.facts.push({
      unit: 'c1.o1.k2',
      kind: 'place',
      value: 'Viêng Chăn',
      from: '2012-01-01' as never,
      source: 's',
    })
    const base = { source: 's', opens: [], changes: [], ends: [] }
    history.acts.push({
      ...base,
      key: 'tach',
      kind: 'separate',
      effective: { on: '2012-01-01' as never, precision: 'day' },
      lineage: [{ from: 'c1.o1.k2', to: 'c1.o1.k1' }],
    })
    return history
  })
  secret = branch.id('c1.o1.k1')
  far = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c2') })
  near = await foundPerson({ role: 'cell_secretary', unitId: branch.id('c1.o1') })
})

const shown = async (person: Person, figure: 'cells' | 'direct' = 'cells') =>
  (await person.ask(tree, { under: branch.id('c1'), figure })).body.units

describe('a restricted name out of reach', () => {
  it('is not listed, and is listed within reach', async () => {
    expect((await shown(far)).map(({ id }) => id)).not.toContain(secret)
    expect((await shown(near)).map(({ id }) => id)).toContain(secret)
  })
  it('is counted all the same', async () => {
    for (const person of [far, near]) {
      const at = async (key: string, figure: 'cells' | 'direct') =>
        (await shown(person, figure)).find(({ id }) => id === branch.id(key))!.figure
      expect([
        await at('c1', 'cells'),
        await at('c1.o1', 'cells'),
        await at('c1.o1', 'direct'),
        await at('c1', 'direct'),
      ]).toEqual([4, 2, 2, 2])
      const { byType } = (await person.ask(figures, { unitId: branch.id('c1.o1') })).body
      expect(byType).toEqual([{ type: 'chi_bo', direct: 2, below: 2, invented: false }])
    }
  })
  it('has no card, and no name on the cards of others', async () => {
    expect((await far.ask(card, { unitId: secret })).status).toBe(404)
    expect((await near.ask(card, { unitId: secret })).status).toBe(200)
    const { successors } = (await far.ask(card, { unitId: branch.id('c1.o1.k2') })).body
    expect(successors).toEqual([{ id: secret, name: null }])
  })
  it('is no one in the picture of lineage that could be drawn without a life', async () => {
    const { units, edges } = (await far.ask(lineage, { unitId: branch.id('c1.o1.k2') })).body
    for (const edge of edges) for (const end of [edge.from, edge.to]) expect(units.map(({ id }) => id)).toContain(end)
    expect(JSON.stringify(units)).not.toContain('Phòng 111')
    const officer = await foundPerson({ role: 'organisation_officer', unitId: branch.id('c1') })
    expect((await officer.ask(lineage, { unitId: branch.id('c1.o1.k2') })).body.units).toHaveLength(2)
  })
  it('and a restricted fact is shown within reach only', async () => {
    const facts = async (person: Person) =>
      (await person.ask(card, { unitId: branch.id('c1.o1.k2') })).body.facts.map(({ value }) => value)
    expect([await facts(far), await facts(near)]).toEqual([[], ['Viêng Chăn']])
  })
})

describe('the tree', () => {
  it('is empty before its first day, and under a unit that nobody knows', async () => {
    expect((await far.ask(tree, { under: branch.id('c1'), asOf: '2009-12-31' as never })).body.units).toEqual([])
    expect((await far.ask(tree, { under: crypto.randomUUID() })).body.units).toEqual([])
  })
  it('is for people of the organisation', async () => expect((await stranger.ask(tree, {})).status).toBe(401))
  for (const input of [
    { asOf: '2023-13-01' },
    { levels: -1 },
    { levels: 21 },
    { under: 'x' },
    { figure: 'members' },
    { types: 'chi_bo' },
  ]) {
    it(`cannot be asked with ${JSON.stringify(input)}`, async () =>
      expect((await far.ask(tree, input as never)).status).toBe(400))
  }
})
