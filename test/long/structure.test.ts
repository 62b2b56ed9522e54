import { expect, it } from 'vitest'
import { knownQuestion, knownTreeQuestion } from '#test/model/as-known.ts'
import { loadRandom } from '#test/model/ask.ts'
import { questions } from '#test/model/questions.ts'
import { randomFrom } from '#test/model/random.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const histories = Number(process.env.HISTORIES ?? 90)

it('answers more than a thousand questions over random histories as the naive model does', async () => {
  const asked = new Map<string, number>()
  const kinds = { ...questions, 'as known on': knownQuestion, 'tree as known on': knownTreeQuestion }
  for (let number = 0; number < histories; number++) {
    const loaded = await loadRandom(seed + number, 'dai')
    const random = randomFrom(seed + number)
    for (const [kind, ask] of Object.entries(kinds)) {
      for (let i = 0; i < (kind.endsWith('as known on') ? 10 : 7); i++) {
        const { question, product, model } = await ask(loaded, random)
        expect(product, `history ${seed + number}, ${kind}: ${JSON.stringify(question)}`).toEqual(model)
        asked.set(kind, (asked.get(kind) ?? 0) + 1)
      }
    }
  }
  const total = [...asked.values()].reduce((sum, count) => sum + count, 0)
  console.log(
    `seed ${seed}, ${histories} histories, ${total} questions: ${[...asked].map(([kind, n]) => `${kind} ${n}`).join(', ')}`,
  )
  expect(total).toBeGreaterThan(1000)
})
