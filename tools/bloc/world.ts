import type { z } from 'zod'
import { type PlainDate, plainDate } from '#kernel/contract/dates.ts'
import type { HistoryAct } from '#modules/structure/load-history/history.contract.ts'
import type { Theme } from './lists/themes.ts'
import type { Random } from './random.ts'

export type ActInput = z.input<typeof HistoryAct>

/** A unit as the generator sees it on the day it has reached. */
export type Unit = {
  key: string
  type: string
  name: string
  parent: string | null
  /** The agency or office behind the unit ("Cục Thuỷ đạc"); its name is this with a prefix. */
  agency: string
  theme: Theme
  opened: string
  ended?: string
  /** The day of the last act that touched it. */
  last: string
  /** When that act was recorded: later acts on the unit are never recorded earlier. */
  recorded: string
  kids: Set<string>
  /** Left alone by the ordinary acts: cells abroad, and units that the demo and the tests count on. */
  frozen: boolean
  /** Stands abroad: a cell's name is then restricted. */
  abroad: boolean
}

/** What an act opens: the unit's state and what the generator needs to know of it. */
export type Opening = {
  unit: string
  type: string
  agency: string
  theme: Theme
  parent: string
  frozen?: boolean
  abroad?: boolean
}
export type Change = { unit: string; type?: string; agency?: string; parent?: string }

export type Deed = {
  kind: ActInput['kind']
  on: PlainDate
  decision?: ActInput['decision']
  note?: ActInput['note']
  opens?: Opening[]
  changes?: Change[]
  ends?: string[]
  lineage?: [from: string, to: string][]
}

export type World = {
  random: Random
  units: Map<string, Unit>
  count: Map<string, number>
  acts: ActInput[]
  /** Names of agencies through time, for what is derived at the end (counterparts, kinds of agency). */
  agencies: { unit: string; agency: string; type: string; from: string }[]
  nextNumber: Map<string, number>
  /** The day of the last decision of each committee. */
  lastSigned: Map<string, PlainDate>
}

/** The business day of the demo: nothing that happened before it is recorded after it. */
export const today = plainDate('2024-01-15')

/** An empty world with the Bloc as its only unit. */
export function world(random: Random): World {
  const units = new Map<string, Unit>()
  const on = '2007-04-11'
  const recorded = '2007-04-12T02:00:00.000Z'
  const rest = { type: 'trung_uong_truc_thuoc', name: 'Đảng bộ Khối các cơ quan Trung ương', parent: null, agency: '' }
  units.set('bloc', {
    key: 'bloc',
    ...rest,
    theme: 'people',
    opened: on,
    last: on,
    recorded,
    kids: new Set(),
    frozen: true,
    abroad: false,
  })
  return { random, units, count: new Map(), acts: [], agencies: [], nextNumber: new Map(), lastSigned: new Map() }
}

/** The unit of that key; throws when there is none. */
export function get(w: World, key: string): Unit {
  const unit = w.units.get(key)
  if (!unit) throw new Error(`no unit ${key}`)
  return unit
}

/** The living children of a unit, optionally of one type. */
export function kids(w: World, key: string, type?: string): Unit[] {
  return [...get(w, key).kids].map((kid) => get(w, kid)).filter((kid) => !type || kid.type === type)
}

/** Whether any child of the parent bears the name. */
export function taken(w: World, parent: string, name: string): boolean {
  return kids(w, parent).some((kid) => kid.name === name)
}

/** How many units of a type live. */
export const counted = (w: World, type: string) => w.count.get(type) ?? 0

/** A key for a new unit under the unit that first holds it: `c07.k12`. */
export function newKey(w: World, under: string, letter: string): string {
  const stem = `${under}.${letter}`
  const number = (w.nextNumber.get(stem) ?? 0) + 1
  w.nextNumber.set(stem, number)
  return `${stem}${number}`
}

const prefix: Record<string, string> = {
  chi_bo: 'Chi bộ',
  chi_bo_co_so: 'Chi bộ',
  dang_bo_bo_phan: 'Đảng bộ bộ phận',
  to_dang: 'Tổ đảng',
}

/** The unit's full name from its type and agency. */
export const nameOf = (type: string, agency: string) => `${prefix[type] ?? 'Đảng bộ'} ${agency}`
