import { z } from 'zod'
import { dayIn, type Instant, PlainDate } from '#kernel/contract/dates.ts'
import type { Engine } from '../db/engine.ts'
import type { Clocks } from './ports.ts'

/** The setting `clock`: the organisation's zone, and in a demo the day that stands still. */
export const ClockSetting = z.object({
  zone: z.string().default('Asia/Ho_Chi_Minh'),
  today: PlainDate.optional(),
  demo: z.boolean().default(false),
})
export type ClockSetting = z.infer<typeof ClockSetting>

/** The settings are read anew after this; a change made by this process is seen at once. */
const freshFor = 5000

/** Reads the two clocks. Business day: the calendar's in the organisation's zone, or the demo's. Recorded time: real unless supplied. */
export function makeClocks(engine: Engine) {
  let read: { at: number; setting: ClockSetting } | undefined
  return {
    async clocks(suppliedNow?: Instant): Promise<Clocks> {
      if (!read || performance.now() - read.at > freshFor)
        read = { at: performance.now(), setting: await readSetting(engine) }
      const { zone, today, demo } = read.setting
      const now = new Date()
      return {
        zone,
        today: (demo && today) || dayIn(zone, now),
        now: suppliedNow ?? (now.toISOString() as Instant),
        settable: demo,
      }
    },
    settingsChanged() {
      read = undefined
    },
  }
}

/** The last moment of a day in a time zone. */
export function endOfDay(zone: string, day: PlainDate): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone)
  return next.subtract({ milliseconds: 1 }).toInstant().toString({ smallestUnit: 'millisecond' }) as Instant
}

async function readSetting(engine: Engine): Promise<ClockSetting> {
  const row = await engine.db.selectFrom('kernel.setting').select('value').where('key', '=', 'clock').executeTakeFirst()
  return ClockSetting.parse(row?.value ?? {})
}
