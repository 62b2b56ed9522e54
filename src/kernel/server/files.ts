import type { Engine } from '../db/engine.ts'
import { asSystem } from './kernel.ts'
import { holdsFor, isSigned, sign } from './signing.ts'

/** The address by which one account fetches one file: signed, and good for a quarter of an hour. */
export function fileAddress(secret: string, fileId: string, accountId: string, now: number): string {
  const until = now + holdsFor
  return `/files/${fileId}.${until}.${signature(secret, fileId, accountId, until)}`
}

/** The file that a signed address names for this account; null when the address is forged, another's, or over. */
export function readFileAddress(secret: string, signed: string, accountId: string, now: number): string | null {
  const [fileId = '', until = '', given = ''] = signed.split('.')
  const same = isSigned(given, signature(secret, fileId, accountId, Number(until)))
  return same && Number(until) > now ? fileId : null
}

function signature(secret: string, fileId: string, accountId: string, until: number): string {
  return sign(secret, `file\n${fileId}\n${accountId}\n${until}`)
}

/** A complete file's head and its bytes in slices, read one at a time so that no connection is held while a slow reader reads. */
export async function openFile(engine: Engine, fileId: string) {
  const file = await asSystem(engine, (tx) =>
    tx
      .selectFrom('kernel.file')
      .select(['name', 'media_type', 'size'])
      .where('id', '=', fileId)
      .where('complete', '=', true)
      .executeTakeFirst(),
  )
  if (!file) return null
  let no = 0
  let sent = 0
  const bytes = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await asSystem(engine, (tx) =>
        tx
          .selectFrom('kernel.file_chunk')
          .select('bytes')
          .where('file_id', '=', fileId)
          .where('no', '=', no)
          .executeTakeFirst(),
      )
      no += 1
      if (chunk) controller.enqueue(chunk.bytes)
      sent += chunk?.bytes.length ?? 0
      if (!chunk || sent >= file.size) controller.close()
    },
  })
  return { ...file, bytes }
}
