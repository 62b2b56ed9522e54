import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import { decisionOf } from './decisions.ts'
import { absorbed, type Committee, grassroots, handedOver, handedTo, pairs, upper } from './lists/committees.ts'
import { perform } from './perform.ts'
import { get, kids, type Opening, type World } from './world.ts'

const founding = plainDate('2007-04-11')

/** Weekdays between two days, one for each of `count` acts, in order. */
export function workdays(w: World, from: string, to: string, count: number): PlainDate[] {
  const length = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const days = Array.from({ length: count }, () => addDays(plainDate(from), w.random.int(0, length)))
  const monday = (day: PlainDate) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day
  }
  return days.map(monday).sort()
}

/** The 92 direct subordinates of the first day. */
function open92(w: World): void {
  const as = (list: readonly Committee[], type: (i: number) => string): Opening[] =>
    list.map((c, i) => ({ unit: c.key, type: type(i), agency: c.agency, theme: c.theme, parent: 'bloc' }))
  perform(w, {
    kind: 'record',
    on: founding,
    note: {
      vi: 'Con số 92 tổ chức trực thuộc có nguồn (không nêu ngày); tên và loại hình của từng tổ chức ở đây là minh hoạ.',
      en: 'That there were 92 direct subordinates is sourced (without a day); their names and types here are illustrative.',
    },
    opens: [
      ...as(upper, (i) => (i < 24 ? 'cap_tren_co_so' : 'dang_bo_co_so')),
      ...as(grassroots, (i) => (i < 20 ? 'dang_bo_co_so' : 'chi_bo_co_so')),
      ...pairs.flatMap((pair, i) => as(pair.old, () => (i < 2 ? 'cap_tren_co_so' : 'dang_bo_co_so'))),
      ...as(absorbed, (i) => (i % 2 === 0 ? 'chi_bo_co_so' : 'dang_bo_co_so')),
      ...as(handedOver, (i) => (i < 6 ? 'dang_bo_co_so' : 'chi_bo_co_so')),
    ],
  })
}

/** From 92 to 60: hợp nhất (8), sáp nhập (14), chuyển giao (10), and what was raised in type, before the end of 2010. */
export function found(w: World): void {
  open92(w)
  const deeds: ((on: PlainDate) => void)[] = [
    ...pairs.map(({ old, result, type }) => (on: PlainDate) => {
      const from = old.map((c) => c.key)
      perform(w, {
        kind: 'merge_new',
        on,
        decision: decisionOf(w, 'bloc', on),
        opens: [{ unit: result.key, type, agency: result.agency, theme: result.theme, parent: 'bloc' }],
        ends: from,
        lineage: from.map((key) => [key, result.key]),
      })
    }),
    ...absorbed.map(({ key, theme }) => (on: PlainDate) => {
      const hosts = kids(w, 'bloc').filter((u) => u.type !== 'chi_bo_co_so' && /^[cd]/.test(u.key))
      const into = w.random.pick(
        hosts.filter((u) => u.theme === theme).length > 0 ? hosts.filter((u) => u.theme === theme) : hosts,
      )
      perform(w, {
        kind: 'merge_into',
        on,
        decision: decisionOf(w, 'bloc', on),
        ends: [key],
        lineage: [[key, into.key]],
      })
    }),
    ...handedOver.map(({ key }, i) => (on: PlainDate) => {
      const parent = handedTo[i] ?? 'c01'
      if (get(w, parent).type !== 'cap_tren_co_so') throw new Error(`${parent} is not above the grassroots yet`)
      perform(w, { kind: 'reparent', on, decision: decisionOf(w, 'bloc', on), changes: [{ unit: key, parent }] })
    }),
  ]
  const raised: ((on: PlainDate) => void)[] = [
    ...upper.slice(24).map(
      ({ key }) =>
        (on: PlainDate) =>
          raise(w, key, 'cap_tren_co_so', on),
    ),
    ...grassroots.slice(20).map(
      ({ key }) =>
        (on: PlainDate) =>
          raise(w, key, 'dang_bo_co_so', on),
    ),
  ]
  const shuffled = w.random.shuffled([...deeds, ...raised])
  for (const [i, on] of workdays(w, '2007-09-03', '2010-11-30', shuffled.length).entries()) shuffled[i]?.(on)
}

function raise(w: World, key: string, type: string, on: PlainDate): void {
  perform(w, { kind: 'retype', on, decision: decisionOf(w, 'bloc', on), changes: [{ unit: key, type }] })
}
