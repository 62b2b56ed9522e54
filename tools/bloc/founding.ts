import { addDays, type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import type { Plan } from './base.ts'
import { decisionOf } from './decisions.ts'
import { firstBelow, grown, laterBelow } from './first-day.ts'
import {
  absorbed,
  absorbedType,
  type Committee,
  grassroots,
  grassrootsFromTheStart,
  handedOver,
  handedOverType,
  handedTo,
  pairs,
  pairType,
  upper,
  upperFromTheStart,
} from './lists/committees.ts'
import { moved } from './ops-merge.ts'
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
      ...as(upper, (i) => (i < upperFromTheStart ? 'cap_tren_co_so' : 'dang_bo_co_so')),
      ...as(grassroots, (i) => (i < grassrootsFromTheStart ? 'dang_bo_co_so' : 'chi_bo_co_so')),
      ...pairs.flatMap((pair, i) => as(pair.old, () => pairType(i))),
      ...as(absorbed, absorbedType),
      ...as(handedOver, handedOverType),
    ],
  })
}

/** What stood below each of the 92 on the first day, one record per committee. */
function openBelow(w: World, plan: Plan): void {
  for (const [key, planned] of plan) {
    const opens = firstBelow(key, planned)
    if (opens.length === 0) continue
    perform(w, {
      kind: 'record',
      on: founding,
      opens,
      note: {
        vi: 'Các tổ chức bên dưới vào ngày đầu; không nguồn nào nói đến (minh hoạ).',
        en: 'What stood below on the first day; no source speaks of it (illustrative).',
      },
    })
  }
}

/** From 92 to 60: hợp nhất (8), sáp nhập (14), chuyển giao (10), and what was raised in type, before the end of 2010. */
export function found(w: World, plan: Plan): void {
  open92(w)
  openBelow(w, plan)
  const deeds: ((on: PlainDate) => void)[] = [
    ...pairs.map((pair) => (on: PlainDate) => join(w, pair, plan, on)),
    ...absorbed.map((one) => (on: PlainDate) => absorb(w, one, on)),
    ...handedOver.map(({ key }, i) => (on: PlainDate) => {
      const parent = handedTo[i] ?? 'c01'
      if (get(w, parent).type !== 'cap_tren_co_so') throw new Error(`${parent} is not above the grassroots yet`)
      perform(w, { kind: 'reparent', on, decision: decisionOf(w, 'bloc', on), changes: [{ unit: key, parent }] })
    }),
    ...upper.slice(upperFromTheStart).map(
      ({ key }) =>
        (on: PlainDate) =>
          raise(w, key, 'cap_tren_co_so', plan, on),
    ),
    ...grassroots.slice(grassrootsFromTheStart).map(
      ({ key }) =>
        (on: PlainDate) =>
          raise(w, key, 'dang_bo_co_so', plan, on),
    ),
  ]
  const shuffled = w.random.shuffled(deeds)
  for (const [i, on] of workdays(w, '2007-09-03', '2010-11-30', shuffled.length).entries()) shuffled[i]?.(on)
}

/** Hợp nhất: what stood below the two goes under the one, and becomes what it is to be there. */
function join(w: World, { old, result, type }: (typeof pairs)[number], plan: Plan, on: PlainDate): void {
  const from = old.map((c) => c.key)
  const planned = plan.get(result.key) ?? []
  perform(w, {
    kind: 'merge_new',
    on,
    decision: decisionOf(w, 'bloc', on),
    opens: [
      { unit: result.key, type, agency: result.agency, theme: result.theme, parent: 'bloc' },
      ...laterBelow(result.key, planned),
    ],
    changes: from.flatMap((key) => kids(w, key)).map((kid) => ({ ...grown(kid.key, planned), parent: result.key })),
    ends: from,
    lineage: from.map((key) => [key, result.key]),
  })
}

/** Sáp nhập: the cells go under the host, or under a grassroots organisation of it. */
function absorb(w: World, { key, theme }: Committee, on: PlainDate): void {
  const hosts = kids(w, 'bloc').filter(
    (u) =>
      (u.key.startsWith('c') && u.type === 'cap_tren_co_so') || (u.key.startsWith('d') && u.type === 'dang_bo_co_so'),
  )
  const near = hosts.filter((u) => u.theme === theme)
  const into = w.random.pick(near.length > 0 ? near : hosts)
  const places = into.type === 'dang_bo_co_so' ? [into] : kids(w, into.key, 'dang_bo_co_so').filter((u) => !u.frozen)
  perform(w, {
    kind: 'merge_into',
    on,
    decision: decisionOf(w, 'bloc', on),
    changes: moved(w, kids(w, key), w.random.pick(places).key, new Set()),
    ends: [key],
    lineage: [[key, into.key]],
  })
}

/** Nâng cấp, with what stands below. */
function raise(w: World, key: string, type: string, plan: Plan, on: PlainDate): void {
  const planned = plan.get(key) ?? []
  perform(w, {
    kind: 'retype',
    on,
    decision: decisionOf(w, 'bloc', on),
    changes: [{ unit: key, type }, ...kids(w, key).map((kid) => grown(kid.key, planned))],
    opens: laterBelow(key, planned),
  })
}
