import { statfs } from 'node:fs/promises'

/** Under this many free bytes the kernel refuses writes: a full disk would end the embedded engine. */
export const minimumFreeBytes = 500 * 1024 * 1024

/** Bytes free for this process where the folder stands. */
export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
