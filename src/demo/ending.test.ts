import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import { plainDate } from '#kernel/contract/dates.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { compose, enterAct, figures, previewAct, tree, undoAct } from '#modules/structure/index.ts'
import { type Harness, openHarness } from '#test/harness.ts'
import { draftOfTheEnding } from './ending.ts'

let own: Harness
beforeAll(async () => {
  own = await openHarness()
  const history = JSON.parse(readFileSync(new URL('../../data/bloc/history.json', import.meta.url), 'utf8'))
  await own.found('structure.load-history', { history })
}, 120_000)
afterAll(() => own.engine.close())

const ask = async <C extends Contract>(contract: C, input: InputOf<C>) =>
  (await own.found(contract.name, input)) as OutputOf<C>

const before = plainDate('2025-02-02')
const on = plainDate('2025-02-03')
const act = compose(draftOfTheEnding('bloc'))!
const bloc = idOf('bloc', 'unit', 'bloc')

/** Every unit of a day with its superior and the cells below it. */
const standing = async (asOf: typeof on) =>
  (await ask(tree, { asOf, figure: 'cells' })).units.map(({ id, parentId, name, figure }) => ({
    id,
    parentId,
    name,
    figure,
  }))

test('the ending of the Bloc is rehearsed without a block: 61 committees to four successors', async () => {
  const effect = await ask(previewAct, { act })
  expect(effect.blocks).toEqual([])
  expect(effect.opens).toHaveLength(4)
  expect(effect.ends.map(({ unit }) => unit.id)).toEqual([bloc])
  const receivers = Map.groupBy(effect.changes, ({ to }) => to)
  expect([...receivers.values()].map((list) => list.length).sort((a, b) => a - b)).toEqual([4, 9, 14, 34])
})

test('entered, nobody and no cell is lost; taken back, both days are as they were', async () => {
  const [dayBefore, day] = [await standing(before), await standing(on)]
  const { actId, version } = await ask(enterAct, { act })
  expect(await standing(before)).toEqual(dayBefore)
  const after = await standing(on)
  const roots = after.filter(({ parentId }) => parentId === null)
  expect(roots).toHaveLength(4)
  const cells = roots.reduce((sum, { figure }) => sum + figure!, 0)
  expect(cells).toBe(day.find(({ id }) => id === bloc)!.figure)
  expect(after).toHaveLength(day.length + 3)
  for (const { id } of roots) {
    const { byType } = await ask(figures, { unitId: id, asOf: on })
    expect(byType.length).toBeGreaterThan(0)
  }
  await ask(undoAct, { actId, version, reason: 'diễn tập' })
  expect([await standing(before), await standing(on)]).toEqual([dayBefore, day])
})
