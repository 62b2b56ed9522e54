import { handle } from '#kernel/server/handle.ts'
import { figureFile } from './figure-file.contract.ts'

/** Who may read the figure may read the document behind it. */
export default (addressOf: (fileId: string, accountId: string) => string) =>
  handle(figureFile, async ({ db, actor, missing }, { figureId }) => {
    const row = await db
      .selectFrom('structure.published_figure')
      .select('file_id')
      .where('id', '=', figureId)
      .executeTakeFirst()
    if (!row?.file_id) return missing()
    return { fileId: row.file_id, address: addressOf(row.file_id, actor!.accountId) }
  })
