import fc from 'fast-check'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { actorWith, type Session } from '#kernel/server/ports.ts'
import type { History } from '#modules/structure/load-history/history.contract.ts'

/** A small tree with three acts: units open in 2010, some change in 2015, some leaves end in 2020. */
export interface SmallWorld {
  readonly parents: readonly number[]
  readonly restricted: readonly boolean[]
  readonly changed: readonly { parent: number; restricted: boolean }[]
  readonly ended: readonly boolean[]
}

/** Who asks, by one grant over one unit of the world (null: no grant at all), and on which day. */
export interface SmallQuestion {
  readonly unit: number | null
  readonly below: boolean
  readonly day: PlainDate
}

/** What each unit is, and under which it may stand: the law of types allows no other. */
const kinds = [
  { type: 'trung_uong_truc_thuoc', under: [0] },
  { type: 'cap_tren_co_so', under: [0] },
  { type: 'cap_tren_co_so', under: [0] },
  { type: 'dang_bo_co_so', under: [1, 2] },
  { type: 'dang_bo_co_so', under: [1, 2] },
  { type: 'chi_bo', under: [3, 4] },
  { type: 'chi_bo', under: [3, 4] },
]
const size = kinds.length
const parent = (n: number) => fc.constantFrom(...kinds[n]!.under)

/** Worlds of seven units (0 is the root). */
export const smallWorlds: fc.Arbitrary<SmallWorld> = fc.record({
  parents: fc.tuple(...kinds.map((_, n) => parent(n))),
  restricted: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
  changed: fc.tuple(...kinds.map((_, n) => fc.record({ parent: parent(n), restricted: fc.boolean() }))),
  ended: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
})

/** Questions of a person with one grant, or none. */
export const smallQuestions: fc.Arbitrary<SmallQuestion> = fc.record({
  unit: fc.option(fc.nat({ max: size - 1 }), { nil: null }),
  below: fc.boolean(),
  day: fc.constantFrom(
    '2005-01-01',
    '2010-01-01',
    '2012-06-01',
    '2015-01-01',
    '2017-06-01',
    '2020-01-01',
    '2023-01-01',
  ) as fc.Arbitrary<PlainDate>,
})

/** A unit of the world on a day, as anybody can see by looking at the generator. */
export interface Standing {
  readonly n: number
  readonly parent: number | null
  readonly restricted: boolean
}

/** What stands on a day. */
export function standingOn(world: SmallWorld, day: PlainDate): Map<number, Standing> {
  if (day < '2010-01-01') return new Map()
  const later = day >= '2015-01-01'
  const gone = endedUnits(world)
  return new Map(
    world.parents.flatMap((parent, n): [number, Standing][] => {
      if (day >= '2020-01-01' && gone.has(n)) return []
      const restricted = world.restricted[n]!
      if (n === 0) return [[n, { n, parent: null, restricted }]]
      return [[n, later ? { n, ...world.changed[n]! } : { n, parent, restricted }]]
    }),
  )
}

/** Superiors of a unit among what stands, the nearest first, itself before them. */
export function lineOf(standing: ReadonlyMap<number, Standing>, n: number): number[] {
  const parent = standing.get(n)?.parent
  return parent === null || parent === undefined ? [n] : [n, ...lineOf(standing, parent)]
}

function endedUnits({ ended, changed }: SmallWorld): Set<number> {
  const gone = new Set<number>()
  for (let n = size - 1; n > 0; n--) {
    const children = changed.flatMap((one, child) => (child > 0 && one.parent === n ? [child] : []))
    if (ended[n] && children.every((child) => gone.has(child))) gone.add(n)
  }
  return gone
}

/** The world as a history to load. */
export function historyOf(world: SmallWorld, file: string): History {
  const unit = (n: number) => `u${n}`
  const name = (n: number) => `Tổ chức ${n} ${file}`
  const act = (key: string, on: string) => ({
    key,
    kind: 'record' as const,
    effective: { on: on as PlainDate, precision: 'day' as const },
    source: 's',
    opens: [],
    changes: [],
    ends: [],
    lineage: [],
  })
  const opens = world.parents.map((parent, n) => ({
    unit: unit(n),
    type: kinds[n]!.type,
    name: name(n),
    parent: n === 0 ? null : unit(parent),
    covered: true,
    belowCovered: true,
    restricted: world.restricted[n]!,
  }))
  const changes = world.changed.flatMap((change, n) =>
    n === 0 ? [] : [{ unit: unit(n), parent: unit(change.parent), restricted: change.restricted }],
  )
  const ends = [...endedUnits(world)].map(unit)
  return {
    format: 'lienchi-history/1',
    name: file,
    title: { vi: 'x', en: 'x' },
    sources: [{ key: 's', title: { vi: 'x', en: 'x' }, grade: 'own' }],
    acts: [
      { ...act('a', '2010-01-01'), opens },
      { ...act('b', '2015-01-01'), changes },
      ...(ends.length ? [{ ...act('c', '2020-01-01'), kind: 'end' as const, ends }] : []),
    ],
    facts: [],
    aliases: [],
    organs: [],
    counterparts: [],
    figures: [],
  }
}

/** Somebody who may everything, everywhere. */
export function wholeAsker(accountId: string): Session {
  const grants = [{ id: 'x', role: 'x', verbs: ['*'], unitId: null, reach: 'below' as const }]
  return actorWith({ accountId, displayName: 'Người thử', capacity: 'thử', grants })
}

/** Somebody with one grant over structure, or with none. */
export function askerOf(accountId: string, unitId: string | null, below: boolean): Session {
  const reach = below ? ('below' as const) : ('own' as const)
  const grants = unitId ? [{ id: 'x', role: 'x', verbs: ['structure.*'], unitId, reach }] : []
  return actorWith({ accountId, displayName: 'Người thử', capacity: 'thử', grants })
}
