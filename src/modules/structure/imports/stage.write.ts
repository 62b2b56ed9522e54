import { sql } from 'kysely'
import type { Engine } from '#kernel/db/engine.ts'
import { json } from '#kernel/db/fragments.ts'
import { insertMany } from '#kernel/db/insert-many.ts'
import { asSystem } from '#kernel/server/kernel.ts'
import type { Judged } from './judged.rules.ts'
import { type KeptImport, keptImport } from './staged.read.ts'

/** How often a file is taken up; one that fails so often fails for a reason that repeating does not mend. */
const mostTries = 5

/** Thrown where somebody else has taken up the same import: whoever finds it stops. */
export class TakenOver extends Error {
  override name = 'TakenOver'
}

/** Takes up an import that is not read yet, putting our mark on it and forgetting what was staged of it; null where there is nothing to do. */
export async function takeUp(engine: Engine, id: string, run: string): Promise<KeptImport | null> {
  return asSystem(engine, async (tx) => {
    const row = await tx
      .updateTable('structure.import')
      .set((say) => ({
        run,
        state: sql<string>`case when tries < ${mostTries} then 'reading' else 'failed' end`,
        tries: say('tries', '+', 1),
        rows_done: 0,
        beat_at: sql<never>`clock_timestamp()`,
      }))
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'reading'])
      .returningAll()
      .executeTakeFirst()
    if (!row || row.state === 'failed') return null
    await tx.deleteFrom('structure.import_row').where('import_id', '=', id).execute()
    return keptImport(row)
  })
}

/** Says how an import stands; only whoever has its mark on it may. */
export async function tell(
  engine: Engine,
  { id, run }: { id: string; run: string },
  told: { state?: KeptImport['state']; total?: number; layout?: unknown; refusal?: unknown; counts?: unknown },
): Promise<void> {
  await asSystem(engine, async (tx) => {
    const done = await tx
      .updateTable('structure.import')
      .set({
        ...(told.state ? { state: told.state } : {}),
        ...(told.total === undefined ? {} : { rows_total: told.total }),
        ...(told.layout ? { layout: json(told.layout) } : {}),
        ...(told.refusal ? { refusal: json(told.refusal) } : {}),
        ...(told.counts ? { counts: json(told.counts) } : {}),
        beat_at: sql<never>`clock_timestamp()`,
      })
      .where('id', '=', id)
      .where('run', '=', run)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new TakenOver(id)
  })
}

/** Writes a slice of rows; a short transaction of its own, so that others get their turn and the progress shows. */
export async function stage(
  engine: Engine,
  { id, run }: { id: string; run: string },
  rows: readonly (Judged & { given: readonly string[] })[],
): Promise<void> {
  await asSystem(engine, async (tx) => {
    const done = await tx
      .updateTable('structure.import')
      .set((say) => ({ rows_done: say('rows_done', '+', rows.length), beat_at: sql<never>`clock_timestamp()` }))
      .where('id', '=', id)
      .where('run', '=', run)
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) throw new TakenOver(id)
    const staged = rows.map(({ no, verdict, name, unitId, given, changes, faults }) => ({
      import_id: id,
      row_no: no,
      verdict,
      name,
      unit_id: unitId,
      given,
      changes,
      faults,
    }))
    await insertMany(tx as never, 'structure.import_row', staged)
  })
}

/** Imports that were dropped on the way: not finished, and nobody has touched them for two minutes. */
export async function listDropped(engine: Engine): Promise<string[]> {
  const rows = await asSystem(engine, (tx) =>
    tx
      .selectFrom('structure.import')
      .select('id')
      .where('state', 'in', ['waiting', 'reading'])
      .where(sql<boolean>`beat_at < clock_timestamp() - interval '2 minutes'`)
      .execute(),
  )
  return rows.map(({ id }) => id)
}

/** Forgets what nobody has needed for thirty days, and the files with it. */
export async function forgetOldImports(engine: Engine): Promise<void> {
  await asSystem(engine, async (tx) => {
    const gone = await tx
      .deleteFrom('structure.import')
      .where(sql<boolean>`beat_at < clock_timestamp() - interval '30 days'`)
      .returning('file_id')
      .execute()
    const files = gone.map(({ file_id }) => file_id)
    await sql`delete from kernel.file f where f.id = any (${files}::uuid[])
      and not exists (select from structure.import i where i.file_id = f.id)`.execute(tx)
  })
}
