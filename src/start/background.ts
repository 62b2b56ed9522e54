import { join } from 'node:path'
import { dayIn } from '#kernel/contract/dates.ts'
import { nightlyBackup } from '#kernel/db/backup.ts'
import type { EmbeddedEngine } from '#kernel/db/embedded/open.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { openPostgres, type PostgresEngine } from '#kernel/db/postgres/open.ts'
import { watchClock } from '#kernel/server/clock-watch.ts'
import { type Jobs, startJobs } from '#kernel/server/jobs.ts'
import type { Job } from '#kernel/server/module.ts'
import { forgetOldAnswers, forgetUnfinishedUploads, makeRelay } from '#kernel/server/relay.ts'
import type { Sealer } from '#kernel/server/sealer.ts'
import { forgetOldTries } from '#kernel/server/tries.ts'
import type { Environment } from './environment.ts'

/** What runs by itself beside the requests. */
export interface Background {
  wake(): void
  stop(): Promise<void>
}

/** Starts relay, job queue, sealing and the nightly work. The queue starts after the product answers: nobody waits for it. */
export function startBackground(
  engine: EmbeddedEngine | PostgresEngine,
  environment: Environment,
  jobs: readonly Job[],
  zone: string,
  sealer: Sealer,
  alarm: (error: unknown, where: string) => void,
): Background {
  let queue: Jobs | undefined
  let stopped = false
  const all = [...jobs, ...nightly(engine, environment, zone)]
  const database = engine.kind === 'embedded' ? { engine } : { url: environment.databaseUrl! }
  const relay = makeRelay(
    engine,
    async (id, job, payload) => queue?.put(id, job, payload),
    alarm,
    () => queue !== undefined,
  )
  const starting = startJobs(database, all, zone, alarm).then(
    (started) => {
      queue = started
      relay.wake()
    },
    (error) => {
      if (!stopped) alarm(error, 'jobs')
    },
  )
  sealer.start()
  const stopClock = watchClock(engine, (error, where) => {
    if (!stopped) alarm(error, where)
  })
  return {
    wake: relay.wake,
    stop: async () => {
      stopped = true
      stopClock()
      relay.stop()
      await sealer.stop()
      await starting
      await queue?.stop()
    },
  }
}

function nightly(engine: EmbeddedEngine | PostgresEngine, environment: Environment, zone: string): Job[] {
  return [
    {
      name: 'kernel.nightly-backup',
      schedule: '30 1 * * *',
      run: async () => {
        await withOwner(engine, environment, (owner) =>
          nightlyBackup(owner, join(environment.dataFolder, 'backups'), dayIn(zone, new Date())),
        )
      },
    },
    {
      name: 'kernel.nightly-care',
      schedule: '10 2 * * *',
      run: async () => {
        await forgetOldAnswers(engine)
        await forgetUnfinishedUploads(engine)
        await forgetOldTries(engine)
        // The embedded engine has no autovacuum, and a login that owns nothing may not analyse.
        if (engine.kind === 'embedded') await engine.script('analyze')
      },
    },
  ]
}

/** A backup reads every table past row-level security: on PostgreSQL only the owner's login may. */
async function withOwner(
  engine: EmbeddedEngine | PostgresEngine,
  { ownerUrl }: Environment,
  run: (owner: Engine) => Promise<unknown>,
): Promise<void> {
  if (engine.kind === 'embedded' || !ownerUrl) {
    await run(engine)
    return
  }
  const owner = await openPostgres({ url: ownerUrl, max: 1 })
  await run(owner).finally(() => owner.close())
}
