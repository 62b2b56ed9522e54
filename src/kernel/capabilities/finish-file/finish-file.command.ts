import { createHash } from 'node:crypto'
import type { FilePurpose } from '#kernel/contract/files.ts'
import { handle } from '#kernel/server/handle.ts'
import { mediaTypeOf } from '#kernel/server/media-type.ts'
import { finishFile } from './finish-file.contract.ts'

export default (purposes: () => readonly FilePurpose[]) =>
  handle(finishFile, async (work, { fileId }) => {
    const { db, actor } = work
    const file = await db
      .selectFrom('kernel.file')
      .select(['name', 'size', 'purpose'])
      .where('id', '=', fileId)
      .where('account_id', '=', actor!.accountId)
      .executeTakeFirst()
    if (!file) return work.missing()
    const limits = purposes().find((one) => one.purpose === file.purpose)
    if (!limits) return work.refuse('unknown_purpose')
    const hash = createHash('sha256')
    let read = 0
    let head: Uint8Array | undefined
    for (let no = 0; read < file.size; no++) {
      const chunk = await db
        .selectFrom('kernel.file_chunk')
        .select('bytes')
        .where('file_id', '=', fileId)
        .where('no', '=', no)
        .executeTakeFirst()
      if (!chunk) return work.refuse('chunks_missing')
      head ??= chunk.bytes
      hash.update(chunk.bytes)
      read += chunk.bytes.length
    }
    const mediaType = await mediaTypeOf(head ?? new Uint8Array())
    if (!limits.mediaTypes.includes(mediaType)) work.refuse('type_not_taken', { type: mediaType })
    const sha256 = hash.digest()
    await db
      .updateTable('kernel.file')
      .set({ media_type: mediaType, sha256: new Uint8Array(sha256), complete: true })
      .where('id', '=', fileId)
      .execute()
    work.record({
      subjects: [`file:${fileId}`],
      after: { name: file.name, size: file.size, mediaType, sha256: sha256.toString('hex') },
    })
    return { fileId, mediaType, sha256: sha256.toString('hex') }
  })
