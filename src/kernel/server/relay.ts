import { sql } from 'kysely'
import type { Engine } from '../db/engine.ts'
import { asSystem } from './kernel.ts'

/** Gives one thing from the outbox to the job queue; the id makes giving it twice harmless. */
export type HandOn = (id: string, job: string, payload: unknown) => Promise<void>

/** A relay outside any request: empties the outbox in order, woken after each commit and every two seconds. */
export function makeRelay(
  engine: Engine,
  handOn: HandOn,
  alarm: (error: unknown, where: string) => void,
  ready: () => boolean,
) {
  let running = false
  let again = false
  let stopped = false
  async function empty(): Promise<void> {
    if (!ready()) return
    if (running) {
      again = true
      return
    }
    running = true
    try {
      do {
        again = false
        while (!stopped && (await handOnSome(engine, handOn))) {}
      } while (again && !stopped)
    } catch (error) {
      if (!stopped) alarm(error, 'relay')
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void empty(), 2000)
  timer.unref()
  return {
    wake: () => void empty(),
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

/** At-least-once: a job is taken out of the outbox only when it was handed on; a queue that has it already by its id ignores it. */
async function handOnSome(engine: Engine, handOn: HandOn): Promise<boolean> {
  const waiting = await asSystem(engine, (tx) =>
    tx.selectFrom('kernel.outbox').select(['id', 'job', 'payload']).orderBy('put_at').limit(50).execute(),
  )
  for (const item of waiting) {
    await handOn(item.id, item.job, item.payload)
    await asSystem(engine, (tx) => tx.deleteFrom('kernel.outbox').where('id', '=', item.id).execute())
  }
  return waiting.length > 0
}

/** Forgets uploads that were begun and never finished, after a day. */
export async function forgetUnfinishedUploads(engine: Engine): Promise<void> {
  await asSystem(engine, (tx) =>
    tx
      .deleteFrom('kernel.file')
      .where('complete', '=', false)
      .where(sql<boolean>`put_at < clock_timestamp() - interval '1 day'`)
      .execute(),
  )
}

/** Forgets answers kept for repeated commands after 48 hours. */
export async function forgetOldAnswers(engine: Engine): Promise<void> {
  await asSystem(engine, (tx) =>
    tx
      .deleteFrom('kernel.answered')
      .where(sql<boolean>`answered_at < clock_timestamp() - interval '48 hours'`)
      .execute(),
  )
}
