import { expect, it } from 'vitest'
import { loadRandom } from '#test/model/ask.ts'
import { questions } from '#test/model/questions.ts'
import { randomFrom } from '#test/model/random.ts'

const seed = Number(process.env.SEED ?? 20261123)
const histories = 7
const each = 5

it(`answers ${histories * each * Object.keys(questions).length} questions at random dates as the naive model does (seed ${seed})`, async () => {
  console.log(`naive model: seed ${seed}`)
  for (let number = 0; number < histories; number++) {
    const loaded = await loadRandom(seed + number)
    const random = randomFrom(seed + number)
    for (const [kind, ask] of Object.entries(questions)) {
      for (let i = 0; i < each; i++) {
        const { question, product, model } = await ask(loaded, random)
        expect(product, `history ${seed + number}, ${kind}: ${JSON.stringify(question)}`).toEqual(model)
      }
    }
  }
})
