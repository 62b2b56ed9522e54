import { beforeAll, expect, test } from 'vitest'
import { foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { draft } from '../draft/draft.contract.ts'
import { dropDraft } from '../drop-draft/drop-draft.contract.ts'
import { keepDraft } from '../keep-draft/keep-draft.contract.ts'
import { drafts } from './drafts.contract.ts'

let one: Person
let other: Person
beforeAll(async () => {
  one = await foundPerson({ role: 'cell_secretary', unitId: null })
  other = await foundPerson({ role: 'administrator', unitId: null })
})

const value = { ghi: 'Đang gõ dở', số: 1.5, trống: null, trong: { danh: ['sách'] } }

test('a draft is kept, found as it was, written over, and gone when dropped', async () => {
  const capability = fresh('structure.')
  expect((await one.ask(draft, { capability })).body).toEqual({ draft: null })
  const { body } = await one.ask(keepDraft, { capability, value })
  expect((await one.ask(draft, { capability })).body).toEqual({ draft: { value, savedAt: body.savedAt } })
  await one.ask(keepDraft, { capability, value: { ghi: 'khác' } })
  expect((await one.ask(draft, { capability })).body.draft!.value).toEqual({ ghi: 'khác' })
  expect((await one.ask(dropDraft, { capability })).status).toBe(200)
  expect((await one.ask(draft, { capability })).body).toEqual({ draft: null })
  expect((await one.ask(dropDraft, { capability })).status).toBe(200)
})

test('drafts of one capability are told apart by their key', async () => {
  const capability = fresh('structure.')
  await one.ask(keepDraft, { capability, key: 'a', value: { n: 1 } })
  await one.ask(keepDraft, { capability, key: 'b', value: { n: 2 } })
  await one.ask(dropDraft, { capability, key: 'a' })
  expect((await one.ask(draft, { capability, key: 'a' })).body.draft).toBeNull()
  expect((await one.ask(draft, { capability, key: 'b' })).body.draft!.value).toEqual({ n: 2 })
})

test('nobody else sees it, writes over it or drops it, not even the administrator', async () => {
  const capability = fresh('structure.')
  await one.ask(keepDraft, { capability, value })
  expect((await other.ask(draft, { capability })).body.draft).toBeNull()
  await other.ask(keepDraft, { capability, value: { ghi: 'của người khác' } })
  await other.ask(dropDraft, { capability })
  expect((await one.ask(draft, { capability })).body.draft!.value).toEqual(value)
  for (const contract of [draft, dropDraft]) expect((await stranger.ask(contract, { capability })).status).toBe(401)
})

test('one that is too long is refused in words that say what to do; the one before stays', async () => {
  const capability = fresh('structure.')
  await one.ask(keepDraft, { capability, value })
  const { status, problem } = await one.ask(keepDraft, { capability, value: { ghi: 'x'.repeat(2_000_000) } })
  expect([status, problem.code]).toEqual([422, 'too_large'])
  expect(problem.sentence.vi).toMatch(/^Bản nháp dài quá mức/)
  expect((await one.ask(draft, { capability })).body.draft!.value).toEqual(value)
  expect((await one.ask(keepDraft, { capability, value: { ghi: 'x'.repeat(1_900_000) } })).status).toBe(200)
})

test('one that holds what no database can keep is 400, and names the place', async () => {
  const { status, problem } = await one.ask(keepDraft, { capability: 'x', value: { ghi: { sâu: ['a', 'b\u0000'] } } })
  expect([status, problem.issues![0]!.at]).toEqual([400, 'value.ghi.sâu.1'])
})

test('a person lists their own drafts of a capability, the last kept first, each by what it is about', async () => {
  const capability = fresh('structure.')
  expect((await one.ask(drafts, { capability })).body).toEqual({ drafts: [], more: false })
  await one.ask(keepDraft, { capability, key: 'a', about: 'Chia một đảng bộ', value: { n: 1 } })
  await one.ask(keepDraft, { capability, key: 'b', value: { n: 2 } })
  await other.ask(keepDraft, { capability, key: 'c', about: 'của người khác', value: { n: 3 } })
  await one.ask(keepDraft, { capability: fresh('structure.'), key: 'd', value: { n: 4 } })
  const told = async () =>
    (await one.ask(drafts, { capability })).body.drafts.map(({ key, about }) => `${key} ${about}`)
  expect(await told()).toEqual(['b null', 'a Chia một đảng bộ'])
  await one.ask(keepDraft, { capability, key: 'a', about: 'Tách một chi bộ', value: { n: 1 } })
  expect(await told()).toEqual(['a Tách một chi bộ', 'b null'])
  expect((await stranger.ask(drafts, { capability })).status).toBe(401)
})

test('of very many drafts the last fifty are listed, and that there are more is said', async () => {
  const capability = fresh('structure.')
  for (let n = 1; n <= 51; n += 1) await one.ask(keepDraft, { capability, key: `${n}`, value: { n } })
  const { body } = await one.ask(drafts, { capability })
  expect([body.drafts.length, body.more, body.drafts[0]!.key]).toEqual([50, true, '51'])
})
