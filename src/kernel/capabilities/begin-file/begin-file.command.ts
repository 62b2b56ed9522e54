import { chunkBytes, type FilePurpose } from '#kernel/contract/files.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { handle } from '#kernel/server/handle.ts'
import { beginFile } from './begin-file.contract.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
const uncleanName = /[\u0000-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF/\\]/

export default (purposes: () => readonly FilePurpose[]) =>
  handle(beginFile, async ({ db, actor, refuse }, { purpose, name, size, nothingClassed }) => {
    if (!nothingClassed) refuse('classed_is_refused')
    const limits = purposes().find((one) => one.purpose === purpose)
    if (!limits) return refuse('unknown_purpose')
    if (size > limits.maximumBytes) refuse('too_large', { megabytes: Math.floor(limits.maximumBytes / 1024 / 1024) })
    if (uncleanName.test(name)) refuse('unclean_name')
    const fileId = uuidv7()
    await db
      .insertInto('kernel.file')
      .values({
        id: fileId,
        name: name.normalize('NFC'),
        media_type: 'application/octet-stream',
        size,
        purpose,
        account_id: actor!.accountId,
        declared_open: nothingClassed,
      })
      .execute()
    return { fileId, chunkBytes }
  })
