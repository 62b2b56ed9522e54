import type { Kysely } from 'kysely'
import type { Tables } from '../db/schema.gen.ts'

/** What may be tried only so often: `times` within `minutes` for one key (a name, an address). */
export interface Limit {
  /** What is tried, as `sign-in by name`; two limits of one name would count together. */
  readonly what: string
  readonly times: number
  readonly minutes: number
}

/** The counting of tries, in the database: every process of the product counts alike. A key is kept as a keyed digest only. */
export interface Tries {
  /**
   * Notes a try before it is looked at, one after another, so that many at once count as many. Null: there were too many; that one is not
   * noted, so the wait ends although somebody goes on trying. Otherwise what `takeBack` wants.
   */
  note(limit: Limit, key: string): Promise<string | null>
  /** Takes one try back: it did not fail. */
  takeBack(id: string): Promise<void>
  /** Forgets all tries at a key. */
  forget(limit: Limit, key: string): Promise<void>
  /** The same inside a command's own transaction. */
  forgetIn(tx: Kysely<Tables>, limit: Limit, key: string): Promise<void>
}
