import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#kernel/contract/dates.ts'

/** The backups that lie in a folder, newest first. */
export function listBackups(folder: string): { file: string; bytes: number; madeAt: Instant }[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.backup'))
    .map((file) => {
      const stat = statSync(join(folder, file))
      return { file, bytes: stat.size, madeAt: stat.mtime.toISOString() as Instant }
    })
    .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
}
