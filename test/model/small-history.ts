import type { Instant } from '#kernel/contract/dates.ts'
import type { Frame } from '#modules/structure/load-history/contradiction.rules.ts'
import { History } from '#modules/structure/load-history/history.contract.ts'
import { replay } from '#modules/structure/load-history/history.rules.ts'

/** A history of three units and a frame of three types, for the rules of loading. */
export const now = '2024-01-15T00:00:00.000Z' as Instant
/** Roots are `r`; under a root `c` and `k`, under `c` only `k`, under nothing else anything. `old` ended in 2000. */
export const frame: Frame = {
  typeOn: (type, day) => ['r', 'c', 'k'].includes(type) || (type === 'old' && day < '2000-01-01'),
  mayStandUnder: (type, parent) =>
    parent === null ? type === 'r' : (parent === 'r' && type !== 'r') || (parent === 'c' && type === 'k'),
  hasKind: (_, code) => code === 'seat',
  factValueFits: (_, value) => value !== 'wrong',
  hasMeasure: (code) => code === 'cells',
}
export const open = (unit: string, type: string, parent: string | null, more = {}) => ({
  unit,
  type,
  name: unit.toUpperCase(),
  parent,
  ...more,
})
export const act = (key: string, on: string, what = {}) => ({
  key,
  kind: 'record',
  effective: { on, precision: 'day' },
  source: 's',
  ...what,
})
export const base = [
  act('a0', '2001-01-01', { opens: [open('r', 'r', null), open('c', 'c', 'r'), open('k', 'k', 'c')] }),
]
export const history = (acts: unknown[], more = {}) =>
  History.parse({
    format: 'lienchi-history/1',
    title: { vi: 'T', en: 'T' },
    sources: [{ key: 's', title: { vi: 'S', en: 'S' }, grade: 'own' }],
    acts,
    ...more,
  })
export const wrong = (acts: unknown[], more = {}) =>
  replay(history(acts, more), frame, now).contradictions.map(({ at, code }) => `${at} ${code}`)
export const next = (what: object, on = '2005-01-01') => [...base, act('a1', on, what)]
