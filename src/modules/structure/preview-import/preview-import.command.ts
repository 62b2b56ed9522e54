import { uuidv7 } from '#kernel/contract/ids.ts'
import { json } from '#kernel/db/fragments.ts'
import { mayAttach } from '#kernel/server/attach.ts'
import { handle } from '#kernel/server/handle.ts'
import { reachFor } from '#kernel/server/ports.ts'
import { pathOn } from '../card/stretches.read.ts'
import { importPurpose, previewImport } from './preview-import.contract.ts'

export default handle(previewImport, async (work, { under, effective, decision, fileId }) => {
  const { accountId, grants } = work.actor!
  if (!(await mayAttach(work.tx, fileId, importPurpose, accountId))) work.refuse('unknown_file')
  if ((await pathOn(work.db, under, effective)).length === 0) work.refuse('unit_did_not_live')
  const importId = uuidv7()
  await work.db
    .insertInto('structure.import')
    .values({
      id: importId,
      account_id: accountId,
      made_at: work.now,
      under_id: under,
      effective_on: effective,
      decision: json(decision),
      file_id: fileId,
      reach: json(reachFor(grants, work.capability)),
      reach_on: work.today,
    })
    .execute()
  work.enqueue('structure.read-imports', { importId })
  return { importId }
})
