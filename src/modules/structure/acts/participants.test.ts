import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Contract, OutputOf } from '#kernel/contract/contract.ts'
import { perform } from '#kernel/server/perform.ts'
import { readTerms } from '#src/product.ts'
import { newId } from '#test/attack.ts'
import { branchHistory, fresh } from '#test/founders.ts'
import { openMigrated } from '#test/harness.ts'
import { type OwnProduct, productOn } from '#test/own-product.ts'
import { wholeAsker } from '#test/small-world.ts'
import { correctAct } from '../correct-act/correct-act.contract.ts'
import { enterAct } from '../enter-act/enter-act.contract.ts'
import { idOf } from '../index.server.ts'
import { previewAct } from '../preview-act/preview-act.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { undoAct } from '../undo-act/undo-act.contract.ts'
import type { ActParticipant } from './participant.write.ts'

const both = (text: string) => ({ vi: text, en: text })
const said: string[] = []
let own: OwnProduct
const file = fresh('tham')
const id = (key: string) => idOf(file, 'unit', key)
const whole = wholeAsker(newId())

/** A storey above that keeps something per unit: here by a setting, so that the same transaction shows. */
const participant = (module: string): ActParticipant => ({
  module,
  preview: async (_tx, { act, allocation }) => ({
    changes: [{ what: both(`${module} chuyển hồ sơ`), count: act.ends.length }],
    blocks: allocation === 'blocks' ? [both(`${module} chưa xong`)] : [],
  }),
  apply: async (tx, { id: actId, allocation }) => {
    said.push(`${module} applies`)
    await sql`insert into kernel.setting (key, value) values (${`${module} ${actId}`}, ${JSON.stringify(allocation ?? null)}::jsonb)`.execute(
      tx,
    )
    if (allocation === 'throws') throw new Error('a storey above failed')
  },
  whyNotUndo: async (tx, actId) => {
    const { rows } = await sql<{
      value: unknown
    }>`select value from kernel.setting where key = ${`${module} ${actId}`}`.execute(tx)
    return rows[0]?.value === 'stays' ? [both(`${module} đã dùng`)] : []
  },
  undo: async (tx, actId) => {
    said.push(`${module} undoes`)
    await sql`update kernel.setting set key = ${newId()} where key = ${`${module} ${actId}`}`.execute(tx)
  },
})

async function ask<C extends Contract>(contract: C, input: unknown): Promise<OutputOf<C>> {
  const handler = own.product.modules
    .flatMap(({ handlers }) => handlers)
    .find((one) => one.contract.name === contract.name)!
  return perform(own.product.kernel, {
    handler,
    actor: whole,
    input,
    headers: new Headers(),
    answer: new Headers(),
  }) as Promise<OutputOf<C>>
}

const act = (day: string) => ({
  kind: 'end',
  effective: day,
  decision: { kind: 'Quyết định' },
  ends: [id('c1.o1.k1')],
})
const cells = async () => (await ask(tree, { under: id('c1.o1') })).units[0]!.figure

beforeAll(async () => {
  own = productOn(await openMigrated(), { participants: [participant('one'), participant('two')] })
  await ask({ name: 'structure.load-terms' } as Contract, { terms: readTerms() })
  await ask({ name: 'structure.load-history' } as Contract, { history: branchHistory(file) })
})
afterAll(() => own.done())

it('the storeys above take part in an act: seen beforehand, done and taken back with it, each told its own part', async () => {
  const seen = await ask(previewAct, { act: act('2023-01-01') })
  expect(seen.above.map(({ module, count }) => [module, count])).toEqual([
    ['one', 1],
    ['two', 1],
  ])
  const { actId, version } = await ask(enterAct, { act: act('2023-01-01'), allocation: { two: { to: 'x' } } })
  const again = { actId, version, act: act('2023-02-01'), reason: 'ghi nhầm', allocation: {} }
  const corrected = await ask(correctAct, again)
  await ask(undoAct, { actId, version: corrected.version, reason: 'ghi nhầm' })
  const [once, back] = [
    ['one applies', 'two applies'],
    ['two undoes', 'one undoes'],
  ]
  expect(said).toEqual([...once, ...back, ...once, ...back])
})

it('what stands in their way keeps the act from being entered', async () => {
  const blocked = { act: act('2023-01-01'), allocation: { two: 'blocks' } }
  expect((await ask(previewAct, blocked)).blocks).toEqual([
    { at: 'act', code: 'two', why: both('two chưa xong'), units: [], act: null },
  ])
  await expect(ask(enterAct, blocked)).rejects.toMatchObject({ kind: 'refused', code: 'blocked' })
  expect(await cells()).toBe(2)
})

it('one that fails takes the whole act with it, and one that still uses it keeps it from being taken back', async () => {
  await expect(ask(enterAct, { act: act('2023-01-01'), allocation: { two: 'throws' } })).rejects.toThrow(
    'a storey above failed',
  )
  expect(await cells()).toBe(2)
  const { actId, version } = await ask(enterAct, { act: act('2023-01-01'), allocation: { one: 'stays' } })
  expect(await cells()).toBe(1)
  await expect(ask(undoAct, { actId, version, reason: 'ghi nhầm' })).rejects.toMatchObject({
    code: 'stands_on_it',
    details: { issues: [{ at: 'act', why: both('one đã dùng') }] },
  })
})
