import { asSystem } from '#kernel/server/kernel.ts'
import type { Product } from '#src/product.ts'

/** Runs the jobs that were asked for since the last time, as relay and queue would: each taken out when it is done. */
export async function runJobs({ kernel, modules }: Product): Promise<void> {
  const jobs = new Map(modules.flatMap((module) => module.jobs ?? []).map((job) => [job.name, job]))
  const waiting = await asSystem(kernel.engine, (tx) =>
    tx.selectFrom('kernel.outbox').select(['id', 'job', 'payload']).orderBy('put_at').execute(),
  )
  for (const { id, job, payload } of waiting) {
    await jobs.get(job)?.run(payload)
    await asSystem(kernel.engine, (tx) => tx.deleteFrom('kernel.outbox').where('id', '=', id).execute())
  }
}
