import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncOne } from '../embedded/folder.ts'

/**
 * Writes a file so that its name only ever stands for the whole of it: written beside as `.part`, brought to the disk, then renamed.
 * `through` may compress on the way.
 */
export async function writeWhole(
  file: string,
  content: AsyncIterable<Uint8Array | string>,
  ...through: NodeJS.ReadWriteStream[]
): Promise<void> {
  const part = `${file}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await pipeline([
      Readable.from(content),
      ...through,
      async (packed: AsyncIterable<Uint8Array | string>) => {
        for await (const chunk of packed) await handle.appendFile(chunk)
      },
    ])
    await handle.sync()
    await handle.close()
    await rename(part, file)
    await syncOne(dirname(file))
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(part, { force: true })
    throw error
  }
}
