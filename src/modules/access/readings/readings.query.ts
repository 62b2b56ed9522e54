import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { addDays } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { endOfDay } from '#kernel/server/clocks.ts'
import { handle } from '#kernel/server/handle.ts'
import { readings } from './readings.contract.ts'
import { listReadings, readingsKeptFor } from './readings.read.ts'

export default (titles: (capability: string) => Sentence) =>
  handle(readings, async (work, { from, until, ...rest }) => {
    const asked = {
      ...rest,
      from: from && startOfDay(work.zone, from),
      until: until && endOfDay(work.zone, until),
    }
    const page = await listReadings(work.tx, asked, work.today, titles)
    work.readPersonal(page.readings.flatMap(({ subjects }) => subjects))
    return { ...page, keptForDays: await readingsKeptFor(work.tx) }
  })

/** The first moment after the day before. */
function startOfDay(zone: string, day: PlainDate): Instant {
  return new Date(Date.parse(endOfDay(zone, addDays(day, -1))) + 1).toISOString() as Instant
}
