import { lastDayOf, type PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { countByType, coverageOn, isKnown, listMeasures, listPublished, measureFrom } from '../figures/figures.read.ts'
import { figureSeries } from './figure-series.contract.ts'

/** More days than this would hold the one connection of the embedded engine too long. */
const mostDays = 150

export default handle(figureSeries, async ({ db, refuse, missing }, { unitId, measure, from, until, every }) => {
  const how = (await listMeasures(db)).find(({ code }) => code === measure)
  if (!how) return refuse('unknown_measure')
  if (!(await isKnown(db, unitId))) missing()
  const days = lastDays(from, until, every)
  if (days.length > mostDays) refuse('too_many_days')
  const covered = await coverageOn(db, unitId, days)
  const counts = await countByType(db, unitId, [...covered.keys()])
  const points = days.map((on) => {
    const computed = measureFrom(counts.get(on) ?? [], how, covered.get(on))
    return { on, value: computed?.value ?? null, invented: computed?.invented ?? false }
  })
  const published = (await listPublished(db, unitId, measure)).filter(({ asOf }) => asOf.on >= from && asOf.on <= until)
  return { unitId, measure, points, published }
})

/** The last days of the years or months between two days, with the two days themselves. */
function lastDays(from: PlainDate, until: PlainDate, every: 'year' | 'month'): PlainDate[] {
  const days = new Set<PlainDate>([from])
  let year = Number(from.slice(0, 4))
  let month = every === 'year' ? 12 : Number(from.slice(5, 7))
  for (;;) {
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01` as PlainDate
    const last = lastDayOf({ on: first, precision: month === 12 ? 'year' : 'month' })
    if (last >= until || days.size > mostDays) break
    if (last > from) days.add(last)
    if (every === 'year' || month === 12) year += 1
    if (every === 'month') month = month === 12 ? 1 : month + 1
  }
  days.add(until)
  return [...days]
}
