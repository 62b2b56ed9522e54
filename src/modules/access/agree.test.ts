import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contract, OutputOf } from '#kernel/contract/contract.ts'
import { perform } from '#kernel/server/perform.ts'
import type { Session } from '#kernel/server/ports.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { card, find, tree } from '#modules/structure/index.ts'
import { readTerms } from '#src/product.ts'
import { newId } from '#test/attack.ts'
import { fresh } from '#test/founders.ts'
import { demoClock, type OwnProduct, ownProduct } from '#test/own-product.ts'
import {
  askerOf,
  historyOf,
  lineOf,
  type SmallQuestion,
  type SmallWorld,
  smallQuestions,
  smallWorlds,
  standingOn,
  wholeAsker,
} from '#test/small-world.ts'

/** Worlds, and what is asked of each: 200 askings. Founding a world costs most. */
const runs = { worlds: 40, questions: 5 }
let own: OwnProduct
const founder = wholeAsker(newId())
beforeAll(async () => {
  own = await ownProduct(demoClock)
  await run('structure.load-terms', founder, { terms: readTerms() })
})
afterAll(() => own.done())

async function run(name: string, actor: Session, input: unknown): Promise<unknown> {
  const handler = own.product.modules
    .flatMap(({ handlers }) => handlers)
    .find(({ contract }) => contract.name === name)!
  return perform(own.product.kernel, { handler, actor, input, headers: new Headers(), answer: new Headers() })
}
const ask = <C extends Contract>(contract: C, actor: Session, input: unknown) =>
  run(contract.name, actor, input) as Promise<OutputOf<C>>

/** What a person sees on a day by each of the three questions, as numbers of the world's units. */
async function seen(actor: Session, file: string, size: number, { day }: SmallQuestion) {
  const ids = Array.from({ length: size }, (_, n) => idOf(file, 'unit', `u${n}`))
  const numbers = (some: readonly { id: string }[]) =>
    some
      .map(({ id }) => ids.indexOf(id))
      .filter((n) => n >= 0)
      .sort()
  const inTree = (await ask(tree, actor, { asOf: day, under: ids[0], figure: 'below' })).units
  const found = (await ask(find, actor, { text: file, asOf: day, limit: 100 })).units
  const cards: { id: string }[] = []
  for (const id of ids) {
    const one = await ask(card, actor, { unitId: id, asOf: day }).catch(() => null)
    if (one?.state === 'alive') cards.push({ id })
  }
  const below = new Map(inTree.map(({ id, figure }) => [ids.indexOf(id), figure]))
  const superiors = new Map(
    inTree.map(({ id, parentId }) => [ids.indexOf(id), parentId === null ? null : ids.indexOf(parentId)]),
  )
  return {
    tree: numbers(inTree),
    find: numbers(found.filter(({ alive }) => alive)),
    card: numbers(cards),
    superiors,
    below,
  }
}

/** By the law: open to everybody signed in, unless restricted and out of the grant's reach on that day. */
function maySee(
  world: SmallWorld,
  { unit, below, day }: SmallQuestion,
): { open: number[]; superiors: Map<number, number | null>; counts: Map<number, number> } {
  const standing = standingOn(world, day)
  const reached = (n: number) => unit !== null && (below ? lineOf(standing, n).includes(unit) : n === unit)
  const visible = (n: number) => !standing.get(n)!.restricted || reached(n)
  const open = [...standing.keys()].filter(visible)
  // A superior that may not be seen gives way to the nearest one above it that may.
  const superiors = new Map(
    open.map((n) => [n, lineOf(standing, n).find((other) => other !== n && open.includes(other)) ?? null]),
  )
  const counts = new Map(
    open.map((n) => [
      n,
      [...standing.keys()].filter((other) => other !== n && lineOf(standing, other).includes(n)).length,
    ]),
  )
  return { open, superiors, counts }
}

test('tree, find and card agree on what a person may see, over random trees, grants and days; and the figures count what is hidden', async () => {
  await fc.assert(
    fc.asyncProperty(
      smallWorlds,
      fc.array(smallQuestions, { minLength: runs.questions, maxLength: runs.questions }),
      async (world, questions) => {
        const file = fresh('w')
        await run('structure.load-history', founder, { history: historyOf(world, file) })
        for (const question of questions) {
          const unit = question.unit === null ? null : idOf(file, 'unit', `u${question.unit}`)
          const { open, superiors, counts } = maySee(world, question)
          const answered = await seen(askerOf(newId(), unit, question.below), file, world.parents.length, question)
          expect(answered).toEqual({ tree: open, find: open, card: open, superiors, below: counts })
        }
      },
    ),
    { numRuns: runs.worlds },
  )
}, 180_000)
