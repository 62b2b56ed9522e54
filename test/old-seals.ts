import type { Db } from '#kernel/db/engine.ts'
import { oldBlockRoot, oldEntryDigest } from '#kernel/server/old-blocks.ts'

/** Seals what is not sealed yet as release 0.1.0 did: one block of format 1, without a signature. */
export async function sealAsBefore(tx: Db): Promise<void> {
  const sealed = await tx.selectFrom('journal.sealed').select(['position', 'entry_id']).execute()
  const last = await tx.selectFrom('journal.block').selectAll().orderBy('no', 'desc').limit(1).executeTakeFirst()
  const known = new Set(sealed.map(({ entry_id }) => entry_id))
  const all = await tx.selectFrom('journal.entry').selectAll().orderBy('id').execute()
  const rows = all.filter(({ id }) => !known.has(id))
  const digests = rows.map(oldEntryDigest)
  const [no, first] = [(last?.no ?? 0) + 1, (last?.last_position ?? 0) + 1]
  const previous = last?.root ?? new Uint8Array(32)
  await tx
    .insertInto('journal.sealed')
    .values(rows.map(({ id }, at) => ({ position: first + at, entry_id: id, digest: digests[at]! })))
    .execute()
  const root = oldBlockRoot(no, previous, digests)
  const place = { first_position: first, last_position: first + rows.length - 1 }
  await tx
    .insertInto('journal.block')
    .values({ no, format: 1, ...place, root, previous })
    .execute()
}
