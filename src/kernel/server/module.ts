import type { FilePurpose } from '#kernel/contract/files.ts'
import type { Texts } from '#kernel/contract/text.ts'
import type { Db } from '../db/engine.ts'
import type { Download } from './download.ts'
import type { Handler } from './handle.ts'
import type { Work } from './work.ts'

/** Who hears news of a lower storey: runs in the same transaction as the deed that gave it. */
export interface Listener {
  /** `module.past-tense`, as `members.admitted`. */
  readonly event: string
  readonly hear: (work: Work, payload: unknown) => Promise<void>
}

/** A deed after the commit or by the clock, outside any request. */
export interface Job {
  /** `module.name`. */
  readonly name: string
  /** Cron in the organisation's time zone, for what runs by the clock. */
  readonly schedule?: string
  readonly run: (payload: unknown) => Promise<void>
}

/** Finds the units that a record belongs to, as the reader that asks; null when there is no such record. */
export type UnitsOfRecord = (tx: Db, id: string) => Promise<readonly string[] | null>

/** The server side's table of contents of one storey; it holds no logic. */
export interface Module {
  readonly name: string
  readonly handlers: readonly Handler[]
  readonly texts: Texts
  readonly listeners?: readonly Listener[]
  readonly jobs?: readonly Job[]
  /** What its capabilities take as files. */
  readonly files?: readonly FilePurpose[]
  /** Its kinds of records as the journal names them (`figure:<id>`), with their units and the capabilities that read or change one. */
  readonly records?: Readonly<
    Record<string, { readonly unitsOf: UnitsOfRecord; readonly capabilities: readonly string[] }>
  >
  /** What its queries give as files made on the spot. */
  readonly downloads?: readonly Download[]
}
