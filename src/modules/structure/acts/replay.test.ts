import { expect, it } from 'vitest'
import { enterRandom } from '#test/model/enter.ts'
import { questions } from '#test/model/questions.ts'
import { randomFrom } from '#test/model/random.ts'

const seed = Number(process.env.SEED ?? 20261123)
const histories = 3
const each = 6

it(`random acts, entered one by one with mistakes corrected and taken back, leave the history that the naive model replays (seed ${seed})`, async () => {
  for (let number = 0; number < histories; number++) {
    const loaded = await enterRandom(seed + number)
    const random = randomFrom(seed + number)
    for (const [kind, ask] of Object.entries(questions)) {
      for (let i = 0; i < each; i++) {
        const { question, product, model } = await ask(loaded, random)
        expect(product, `history ${seed + number}, ${kind}: ${JSON.stringify(question)}`).toEqual(model)
      }
    }
    console.log(`history ${seed + number}: ${JSON.stringify(loaded.ways)}`)
  }
})
