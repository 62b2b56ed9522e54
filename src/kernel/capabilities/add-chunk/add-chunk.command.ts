import { chunkBytes } from '#kernel/contract/files.ts'
import { handle } from '#kernel/server/handle.ts'
import { addChunk } from './add-chunk.contract.ts'

export default handle(addChunk, async ({ db, actor, missing, refuse }, { fileId, no, bytes }) => {
  const file = await db
    .selectFrom('kernel.file')
    .select(['size', 'complete'])
    .where('id', '=', fileId)
    .where('account_id', '=', actor!.accountId)
    .executeTakeFirst()
  if (!file) return missing()
  if (file.complete) refuse('upload_is_over')
  const content = new Uint8Array(Buffer.from(bytes, 'base64'))
  const expected = Math.min(chunkBytes, file.size - no * chunkBytes)
  if (content.length === 0 || content.length !== expected) refuse('wrong_length')
  await db
    .insertInto('kernel.file_chunk')
    .values({ file_id: fileId, no, bytes: content })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { received: content.length }
})
