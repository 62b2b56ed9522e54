import { beforeAll, expect, test } from 'vitest'
import { foundPerson, fresh, type Person, stranger } from '#test/founders.ts'
import { draft } from './draft/draft.contract.ts'
import { dropDraft } from './drop-draft/drop-draft.contract.ts'
import { keepDraft } from './keep-draft/keep-draft.contract.ts'

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
