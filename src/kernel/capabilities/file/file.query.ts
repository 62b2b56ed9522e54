import { handle } from '#kernel/server/handle.ts'
import { file } from './file.contract.ts'

/** Makes the address under which an account fetches a file. */
export type AddressOf = (fileId: string, accountId: string) => string

export default (addressOf: AddressOf) =>
  handle(file, async ({ db, actor, missing }, { fileId }) => {
    const row = await db
      .selectFrom('kernel.file')
      .select(['id', 'name', 'media_type', 'size', 'sha256'])
      .where('id', '=', fileId)
      .where('complete', '=', true)
      .executeTakeFirst()
    if (!row) return missing()
    return {
      fileId: row.id,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      sha256: Buffer.from(row.sha256 ?? []).toString('hex'),
      address: addressOf(row.id, actor!.accountId),
    }
  })
