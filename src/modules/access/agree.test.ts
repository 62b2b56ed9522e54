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
} from '#test/small-world.ts'

/** Worlds, and what is asked of each: 200 askings. Founding a world costs most. */
const runs = { worlds: 40, questions: 5 }
let own: OwnProduct
const founder = {
  ...askerOf(newId(), null, true),
  grants: [{ id: 'x', role: 'x', verbs: ['*'], unitId: null, below: true }],
}
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
  return { tree: numbers(inTree), find: numbers(found.filter(({ alive }) => alive)), card: numbers(cards), below }
}

/** By the law: open to everybody signed in, unless restricted and out of the grant's reach on that day. */
function maySee(
  world: SmallWorld,
  { unit, below, day }: SmallQuestion,
): { open: number[]; listed: number[]; counts: Map<number, number> } {
  const standing = standingOn(world, day)
  const reached = (n: number) => unit !== null && (below ? lineOf(standing, n).includes(unit) : n === unit)
  const visible = (n: number) => !standing.get(n)!.restricted || reached(n)
  const open = [...standing.keys()].filter(visible)
  const listed = open.filter((n) => lineOf(standing, n).every(visible))
  const counts = new Map(
    listed.map((n) => [
      n,
      [...standing.keys()].filter((other) => other !== n && lineOf(standing, other).includes(n)).length,
    ]),
  )
  return { open, listed, counts }
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
          const { open, listed, counts } = maySee(world, question)
          const answered = await seen(askerOf(newId(), unit, question.below), file, world.parents.length, question)
          expect(answered).toEqual({ tree: listed, find: open, card: open, below: counts })
        }
      },
    ),
    { numRuns: runs.worlds },
  )
}, 180_000)

test.todo(
  'a unit restricted for a time: on such a day find lists it as living under its later name, and card says it is not yet',
)
