import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A question with the answer that the release gave. */
export interface Asked {
  readonly capability: string
  readonly input: unknown
  readonly answer: object
}

/** What is known of an installation that was kept: who could sign in, and what it answered. */
export interface Kept {
  readonly administrator: { readonly username: string; readonly password: string }
  readonly secretary: { readonly username: string; readonly password: string }
  /** A file of 3,000 bytes. */
  readonly fileId: string
  readonly asked: readonly Asked[]
}

/** Where `tools/keep-dump.ts` keeps one installation of every release. */
export const dumpFolder = fileURLToPath(new URL('./dumps', import.meta.url))

/** The dumps kept, by version, the oldest first. */
export function listDumps(): { version: string; file: string; kept: Kept }[] {
  return readdirSync(dumpFolder)
    .filter((name) => name.endsWith('.backup'))
    .map((name) => name.slice(0, -'.backup'.length))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((version) => ({
      version,
      file: join(dumpFolder, `${version}.backup`),
      kept: JSON.parse(readFileSync(join(dumpFolder, `${version}.json`), 'utf8')) as Kept,
    }))
}
