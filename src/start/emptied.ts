import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { holdsNothing } from '#kernel/db/embedded/folder.ts'
import { holderFile } from '#kernel/db/embedded/lock.ts'

/** What a folder that was used keeps beside its database. */
const traces = ['session-secret', holderFile, 'backups', 'before-upgrade']

/** Whether the data folder was used once and its database is gone: what follows looks like a first start and is none. */
export function wasEmptied(dataFolder: string): boolean {
  return holdsNothing(dataFolder) && traces.some((name) => existsSync(join(dataFolder, name)))
}
