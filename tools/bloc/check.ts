/** Checks data/bloc/history.json and prints what stands on some days beside what documents state. `node tools/bloc/check.ts [day …]` */
import { readFileSync } from 'node:fs'
import { addDays, plainDate } from '#kernel/contract/dates.ts'
import { History } from '#modules/structure/load-history/history.contract.ts'
import { contradictions } from './contradictions.ts'
import { countBelow, replay, standing } from './replay.ts'
import { readStructure } from './structure-read.ts'

const file = new URL('../../data/bloc/history.json', import.meta.url)
const history = History.parse(JSON.parse(readFileSync(file, 'utf8')))
const structure = readStructure()
const replayed = replay(history)
const days =
  process.argv.length > 2
    ? process.argv.slice(2)
    : '1948-11-07 1953-07-01 2007-04-10 2007-04-11 2010-12-31 2015-09-15 2019-12-31 2020-06-30 2021-04-24 2021-12-31 2022-06-30 2023-12-31 2024-01-15 2024-12-31'.split(
        ' ',
      )

/** The last day of a month or year, the day itself otherwise. */
function comparedOn(asOf: { on: string; precision: string }): string {
  if (asOf.precision === 'year') return `${asOf.on.slice(0, 4)}-12-31`
  if (asOf.precision !== 'month') return asOf.on
  const next =
    asOf.on.slice(5, 7) === '12'
      ? `${Number(asOf.on.slice(0, 4)) + 1}-01-01`
      : `${asOf.on.slice(0, 5)}${String(Number(asOf.on.slice(5, 7)) + 1).padStart(2, '0')}-01`
  return addDays(plainDate(next), -1)
}

const agrees = (stated: number, qualifier: string, computed: number) =>
  qualifier === 'exact'
    ? computed === stated
    : qualifier === 'over'
      ? computed > stated
      : computed < stated && computed > stated * 0.97

const said = (counts: Map<string, number> | null) =>
  counts === null
    ? 'no source'
    : [...counts]
        .sort()
        .map(([type, n]) => `${type} ${n}`)
        .join(', ') || 'nothing'
for (const day of days) {
  const on = standing(replayed, day)
  for (const root of [...on.values()].filter((v) => v.parent === null)) {
    const { direct, below } = countBelow(on, root.unit)
    console.log(
      `${day} ${root.name}${root.covered ? '' : ' (no source covers the day)'}\n    direct: ${said(direct)}\n    below:  ${said(below)}`,
    )
  }
}

console.log('\nstated and computed')
for (const figure of history.figures) {
  const measure = structure.measures.find((m) => m.code === figure.measure)
  const day = comparedOn(figure.asOf)
  const counts = countBelow(standing(replayed, day), figure.unit)
  const from = measure?.computed === 'direct' ? counts.direct : counts.below
  const computed =
    measure?.computed === 'none' || figure.asOf.precision === 'unknown' || from === null
      ? undefined
      : measure?.types.reduce((sum, type) => sum + (from.get(type) ?? 0), 0)
  const verdict =
    computed === undefined ? 'not computed' : agrees(figure.value, figure.qualifier, computed) ? 'agrees' : 'DIFFERS'
  console.log(
    `${day} ${figure.unit} ${figure.measure}: ${figure.qualifier === 'exact' ? '' : `${figure.qualifier} `}${figure.value} / ${computed ?? '-'} ${verdict} [${figure.source}]`,
  )
}

const kinds = new Map<string, number>()
for (const act of history.acts) kinds.set(act.kind, (kinds.get(act.kind) ?? 0) + 1)
console.log(`\n${history.acts.length} acts: ${said(kinds)}`)
const faults = contradictions(history, replayed, structure)
for (const fault of faults.slice(0, 40)) console.error(fault)
console.log(`${faults.length} contradictions`)
if (faults.length > 0) process.exitCode = 1
