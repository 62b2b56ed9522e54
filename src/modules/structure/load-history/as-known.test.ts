import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { asWriter, knownQuestion, knownTreeQuestion } from '#test/model/as-known.ts'
import { loadRandom } from '#test/model/ask.ts'
import { randomFrom } from '#test/model/random.ts'

const seed = Number(process.env.SEED ?? 20261123)

it(`keeps what was believed: 200 questions "as known on" answered as the naive model does (seed ${seed})`, async () => {
  console.log(`as known on: seed ${seed}`)
  for (let number = 0; number < 5; number++) {
    const loaded = await loadRandom(seed + number, 'biet')
    const random = randomFrom(seed + number)
    for (let i = 0; i < 20; i++) {
      for (const ask of [knownQuestion, knownTreeQuestion]) {
        const { question, product, model } = await ask(loaded, random)
        expect(product, `history ${seed + number}: ${JSON.stringify(question)}`).toEqual(model)
      }
    }
  }
})

it('keeps the effective day with which an act was first recorded', async () => {
  for (let number = seed; ; number++) {
    const { history, actId } = await loadRandom(number, 'sai')
    const act = history.acts.find((one) => one.firstRecorded)
    if (!act) continue
    const { rows } = await asWriter((tx) =>
      sql<{ on: string; known: boolean }>`
        select effective_on as "on", known @> ${act.firstRecorded!.at}::timestamptz and upper(known) = ${act.recordedAt}::timestamptz as known
        from structure.act_was where id = ${actId(act.key)}::uuid`.execute(tx),
    )
    expect(rows).toEqual([{ on: act.firstRecorded!.on, known: true }])
    return
  }
})
