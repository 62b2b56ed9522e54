import { types } from '@electric-sql/pglite'
import { fromPglite, PgBoss } from 'pg-boss'
import type { EmbeddedEngine } from '../db/embedded/open.ts'
import { toParameter } from '../db/values.ts'
import type { Job } from './module.ts'

/** The job queue on the product's own database: pg-boss in a schema of its own, reached only from outside any request. */
export interface Jobs {
  put(id: string, job: string, payload: unknown): Promise<void>
  stop(): Promise<void>
}

/** Starts the queue and the workers of the given jobs, with their schedules in the organisation's time zone. */
export async function startJobs(
  database: { engine: EmbeddedEngine } | { url: string },
  jobs: readonly Job[],
  zone: string,
  alarm: (error: unknown, where: string) => void,
): Promise<Jobs> {
  const boss = new PgBoss({
    ...('url' in database
      ? { connectionString: database.url, max: 3 }
      : { db: queueOn(database.engine), backend: 'pglite' as const }),
    schema: 'pgboss',
  })
  boss.on('error', (error) => alarm(error, 'pg-boss'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { retryLimit: 5, retryBackoff: true, expireInSeconds: 3600 })
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, async (found) => {
      try {
        for (const one of found) await job.run(one.data)
      } catch (error) {
        // The queue keeps and repeats it without a word; whoever runs the machine must hear of it.
        alarm(error, job.name)
        throw error
      }
    })
    if (job.schedule) await boss.schedule(job.name, job.schedule, null, { tz: zone })
  }
  return {
    put: async (id, job, payload) => {
      await boss.send(job, payload as object, { id })
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** pg-boss on the embedded engine: each statement in a turn of its own, with the values that pg-boss expects (dates as Date). */
function queueOn(engine: EmbeddedEngine) {
  const asDate = (text: string) => new Date(text)
  const parsers = { [types.TIMESTAMPTZ]: asDate, [types.TIMESTAMP]: asDate, [types.DATE]: asDate }
  return fromPglite({
    query: (text, values = []) => engine.exclusive((pg) => pg.query(text, values.map(toParameter), { parsers })),
    exec: (text) => engine.exclusive((pg) => pg.exec(text, { parsers })),
  })
}
