import type { Kysely } from 'kysely'
import type { Tables } from './schema.gen.ts'

/** The whole database as the kernel sees it. */
export type Db = Kysely<Tables>

/** One of the two databases the product runs on. Same SQL, same values, same guarantees on both. */
export interface Engine {
  readonly kind: 'embedded' | 'postgres'
  readonly db: Db
  /** Runs a script of many statements in one transaction of its own (migrations only). */
  script(sql: string): Promise<void>
  /** Returns when everything committed so far would survive a power cut. At once on PostgreSQL, which has done it already. */
  flush(): Promise<void>
  /** Bytes free where the database writes, or null where the server minds that itself. */
  freeBytes(): Promise<number | null>
  /** Writes a backup of everything to a file. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** A sentence for the person who starts the product, in both languages; the process ends with exit code 1. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  readonly sentence: { vi: string; en: string }
  constructor(vi: string, en: string) {
    super(`${vi} / ${en}`)
    this.sentence = { vi, en }
  }
}
