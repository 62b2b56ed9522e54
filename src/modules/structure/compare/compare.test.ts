import { describe, expect, it } from 'vitest'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { loadRandom } from '#test/model/ask.ts'
import { typeFacts } from '#test/model/frame.ts'
import { countable, countsBelow, superiors, worldOn } from '#test/model/naive-structure.ts'
import { someDay } from '#test/model/question.ts'
import { randomFrom } from '#test/model/random.ts'
import type { compare } from './compare.contract.ts'

const seed = Number(process.env.SEED ?? 20261123)

describe(`two days of random histories (seed ${seed})`, () => {
  it('have the totals of the naive model, and the acts between them explain the whole difference', async () => {
    let explained = 0
    for (let number = 0; number < 5; number++) {
      const loaded = await loadRandom(seed + number, 'sosanh')
      const random = randomFrom(seed + number)
      for (let i = 0; i < 8; i++) {
        const [from, until] = [someDay(loaded, random), someDay(loaded, random)].sort() as [string, string]
        const under = random.pick([...worldOn(loaded.history, until).keys(), ...worldOn(loaded.history, from).keys()])
        if (from === until || under === undefined) continue
        const question = { under: loaded.id(under), from, until }
        const answer = await loaded.ask<OutputOf<typeof compare>>('structure.compare', question)
        const [before, after] = [worldOn(loaded.history, from), worldOn(loaded.history, until)]
        const [was, is] = [countsBelow(before, under), countsBelow(after, under)]
        const said = `history ${seed + number}, ${under} from ${from} until ${until}`
        expect(
          answer.totals.map(({ type, before: b, after: a }) => [type, b, a]),
          said,
        ).toEqual(
          [...new Set([...was.keys(), ...is.keys()])]
            .sort()
            .map((type) => [type, was.get(type)?.below ?? 0, is.get(type)?.below ?? 0]),
        )
        for (const { type, before: b, after: a } of answer.totals) {
          const steps = answer.acts.flatMap((act) => act.steps).filter((step) => step.type === type)
          expect(b + steps.reduce((sum, step) => sum + step.came - step.went, 0), `${said}: ${type}`).toBe(a)
          explained += steps.length
        }
        expect(
          answer.acts.filter(({ act }) => act === null),
          said,
        ).toEqual([])
        const covered = (world: ReturnType<typeof worldOn>) => !world.has(under) || countable(world, under, false)
        expect(answer.covered, said).toEqual({ from: covered(before), until: covered(after) })
        const cells = [...before].filter(
          ([unit, { type }]) => typeFacts[type]!.cell && superiors(before, unit).includes(under),
        )
        const still = cells.filter(([unit]) => after.has(unit) && superiors(after, unit).includes(under))
        expect(answer.gone, said).toBe(cells.length - still.length)
        const sum = (side: 'byTreeThen' | 'byTreeNow') => answer.thenAndNow.reduce((all, row) => all + row[side], 0)
        expect([sum('byTreeThen'), sum('byTreeNow')], said).toEqual([cells.length, still.length])
      }
    }
    expect(explained).toBeGreaterThan(20)
  })
})
