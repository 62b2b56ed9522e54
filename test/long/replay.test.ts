import { expect, it } from 'vitest'
import { enterRandom } from '#test/model/enter.ts'
import { questions } from '#test/model/questions.ts'
import { randomFrom } from '#test/model/random.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const histories = Number(process.env.ENTERED ?? 45)
const each = Number(process.env.EACH ?? 20)

it('random acts, entered one by one with mistakes corrected and taken back, leave the history that the naive model replays', async () => {
  const ways = { entered: 0, corrected: 0, undone: 0, late: 0 }
  let asked = 0
  for (let number = 0; number < histories; number++) {
    const loaded = await enterRandom(seed + number)
    const random = randomFrom(seed + number)
    for (const way of Object.keys(ways) as (keyof typeof ways)[]) ways[way] += loaded.ways[way]
    for (const [kind, ask] of Object.entries(questions)) {
      for (let i = 0; i < each; i++) {
        const { question, product, model } = await ask(loaded, random)
        expect(product, `history ${seed + number}, ${kind}: ${JSON.stringify(question)}`).toEqual(model)
        asked += 1
      }
    }
  }
  console.log(`seed ${seed}, ${histories} histories, ${JSON.stringify(ways)}, ${asked} questions`)
})
