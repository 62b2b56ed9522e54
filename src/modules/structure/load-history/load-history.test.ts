import { beforeAll, describe, expect, it } from 'vitest'
import { branchHistory, foundPerson, fresh, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { countRows } from '#test/model/as-known.ts'
import type { History } from './history.contract.ts'
import { loadHistory } from './load-history.contract.ts'

let administrator: Person
beforeAll(async () => {
  administrator = await foundPerson({ role: 'organisation_officer', unitId: null })
})

/** Sends a file, and says what came back and whether any table of structure changed by it. */
async function send(history: unknown) {
  const before = await countRows()
  const answered = await administrator.ask(loadHistory, { history: history as History })
  const after = await countRows()
  return { ...answered, changed: Object.keys(after).filter((table) => after[table] !== before[table]) }
}

describe('a history file', () => {
  it('is loaded whole and answers what it held', async () => {
    const { status, body, changed } = await send(branchHistory(fresh('tep')))
    expect({ status, body }).toEqual({ status: 200, body: { units: 15, acts: 1, figures: 0, facts: 0 } })
    expect(changed.sort()).toEqual(['act', 'act_unit', 'source', 'unit', 'unit_path', 'unit_version'])
  })
  it('is refused the second time', async () => {
    const history = branchHistory(fresh('tep'))
    await send(history)
    const again = await send(history)
    expect([again.status, again.problem.code, again.changed]).toEqual([422, 'already_loaded', []])
  })
  it('is refused under the name of another, whatever it holds', async () => {
    const history = branchHistory(fresh('tep'))
    await send(history)
    const other = { ...history, acts: [{ ...history.acts[0]!, key: 'khac' }] }
    const again = await send(other)
    expect([again.status, again.problem.code, again.changed]).toEqual([422, 'already_loaded', []])
  })
  it('with nothing in it changes nothing', async () => {
    const { status, changed } = await send({ ...branchHistory(fresh('tep')), acts: [], sources: [] })
    expect([status, changed]).toEqual([200, []])
  })
  it('that contradicts itself is refused with each place named in both languages, and nothing changed', async () => {
    const history = branchHistory(fresh('tep'))
    const [act] = history.acts
    const move = {
      ...act!,
      key: 'chuyen',
      kind: 'reparent' as const,
      opens: [],
      effective: { ...act!.effective, on: '2012-01-01' as never },
    }
    const { status, problem, changed } = await send({
      ...history,
      acts: [
        act,
        {
          ...move,
          changes: [
            { unit: 'c1.o1', parent: 'c1.o1.k1' },
            { unit: 'c2.o1', parent: 'khong-co' },
          ],
        },
      ],
    })
    expect([status, problem.code, changed]).toEqual([422, 'contradiction', []])
    const places = problem.issues!.map(({ at }) => at)
    expect(places).toContain('acts[1].changes[0].parent')
    expect(places).toContain('acts[1].changes[1].parent')
    for (const { why } of problem.issues!) expect(why.vi !== '' && why.en !== '' && why.vi !== why.en).toBe(true)
  })
  it('may be loaded only by whom the whole organisation is given to', async () => {
    const person = await foundPerson({ role: 'cell_secretary', unitId: null })
    const { status } = await person.ask(loadHistory, { history: branchHistory(fresh('tep')) })
    expect(status).toBe(403)
  })
})

type Plain = Record<string, unknown>
const deep = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const act0 = (history: History) => history.acts[0]! as unknown as Plain
/** The files of people who make mistakes, and of those who mean to: each must be refused and change nothing. */
const malformed: Record<string, (history: History) => unknown> = {
  'nothing at all': () => null,
  'a text instead of a file': () => 'history',
  'a list instead of a file': () => [],
  'another format': (h) => ({ ...h, format: 'lienchi-history/2' }),
  'an unknown key at the top': (h) => ({ ...h, units: [] }),
  'an unknown key in an act': (h) => ({ ...h, acts: [{ ...h.acts[0], mistyped: 1 }] }),
  'an unknown key in a unit': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], opens: [{ ...h.acts[0]!.opens[0], parnet: null }] }],
  }),
  'an unknown kind of act': (h) => ({ ...h, acts: [{ ...h.acts[0], kind: 'disband' }] }),
  'acts as an object': (h) => ({ ...h, acts: { 0: h.acts[0] } }),
  'a day that is none': (h) => ({ ...h, acts: [{ ...h.acts[0], effective: { on: '2023-02-30', precision: 'day' } }] }),
  'a day as a number': (h) => ({ ...h, acts: [{ ...h.acts[0], effective: { on: 20230101, precision: 'day' } }] }),
  'a recorded time without milliseconds': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], recordedAt: '2011-01-01T00:00:00Z' }],
  }),
  'a recorded time of another zone': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], recordedAt: '2011-01-01T00:00:00.000+07:00' }],
  }),
  'a name of 10,000 letters': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], opens: [{ ...h.acts[0]!.opens[0], name: 'Đ'.repeat(10_000) }] }],
  }),
  'a note of a million letters': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], note: { vi: 'x'.repeat(1_000_000), en: 'x' } }],
  }),
  'an empty name': (h) => ({ ...h, acts: [{ ...h.acts[0], opens: [{ ...h.acts[0]!.opens[0], name: '   ' }] }] }),
  'a name not in NFC': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], opens: [{ ...h.acts[0]!.opens[0], name: 'Đảng uỷ'.normalize('NFD') }] }],
  }),
  'a name with an invisible character': (h) => ({
    ...h,
    acts: [{ ...h.acts[0], opens: [{ ...h.acts[0]!.opens[0], name: 'Đảng\u200b uỷ' }] }],
  }),
  'a title with a null in it': (h) => ({ ...h, title: { vi: 'a\u0000b', en: 'T' } }),
  'half a character': (h) => ({ ...h, title: { vi: 'a\ud83d', en: 'T' } }),
  'a key __proto__ at the top': (h) => JSON.parse(JSON.stringify(h).replace('{', '{"__proto__":{"format":"x"},')),
  'a unit called __proto__': (h) => JSON.parse(JSON.stringify(h).replaceAll('"c1"', '"__proto__"')),
  'a unit called constructor, which is not opened': (h) => ({ ...h, acts: [{ ...h.acts[0], ends: ['constructor'] }] }),
  'a source called __proto__': (h) => ({ ...h, sources: [{ ...h.sources[0], key: '__proto__' }] }),
  'two thousand brackets in a note': (h) => ({ ...h, acts: [{ ...h.acts[0], note: deep(2000) }] }),
  'a circle of 150 units': (h) => ({
    ...h,
    acts: [
      {
        ...h.acts[0],
        opens: Array.from({ length: 150 }, (_, i) => ({
          ...h.acts[0]!.opens[0],
          unit: `u${i}`,
          parent: `u${(i + 1) % 150}`,
        })),
      },
    ],
  }),
  'a figure below nothing': (h) => ({
    ...h,
    figures: [
      {
        unit: 'root',
        measure: 'cells',
        value: -1,
        asOf: { on: '2020-01-01', precision: 'day' },
        definition: { vi: 'd', en: 'd' },
        source: 's',
      },
    ],
  }),
  'a figure beyond all numbers': (h) => ({
    ...h,
    figures: [
      {
        unit: 'root',
        measure: 'cells',
        value: 1e300,
        asOf: { on: '2020-01-01', precision: 'day' },
        definition: { vi: 'd', en: 'd' },
        source: 's',
      },
    ],
  }),
  'a day of the year nought': (h) => ({
    ...h,
    acts: [{ ...act0(h), effective: { on: '0000-01-01', precision: 'day' } }],
  }),
}

describe('a malformed file changes nothing and is no fault of ours:', () => {
  for (const [what, make] of Object.entries(malformed)) {
    it(what, async () => {
      const { status, changed } = await send(make(branchHistory(fresh('tep'))))
      expect([400, 422]).toContain(status)
      expect(changed).toEqual([])
    })
  }
  for (const [what, body] of [
    ['what is no JSON', '{"history":'],
    ['a million brackets', `{"history":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`],
    ['twenty-one million letters', JSON.stringify({ history: 'x'.repeat(21 * 1024 * 1024) })],
  ] as const) {
    it(what, async () => {
      const { product } = await harness()
      const headers = { 'content-type': 'application/json' }
      const response = await product.app.request('/api/structure.load-history', { method: 'POST', body, headers })
      expect([400, 401]).toContain(response.status)
    })
  }
})
