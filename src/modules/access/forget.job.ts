import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { asSystem } from '#kernel/server/kernel.ts'
import type { Job } from '#kernel/server/module.ts'
import { readingsKeptFor } from './readings/readings.read.ts'

/** Nightly: the log of readings and the refused attempts go when their retention is over. */
export function forgetOldLogs(engine: Engine, today: () => Promise<PlainDate>): Job {
  return {
    name: 'access.forget-old-logs',
    schedule: '40 2 * * *',
    run: async () => {
      const day = await today()
      await asSystem(engine, async (tx) => {
        const days = await readingsKeptFor(tx)
        await sql`select access.forget_readings(${days}::int, ${day}::date), access.forget_attempts(${days}::int)`.execute(
          tx,
        )
      })
    },
  }
}
