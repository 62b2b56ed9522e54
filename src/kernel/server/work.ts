import type { Kysely } from 'kysely'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import type { TextParams } from '#kernel/contract/text.ts'
import type { Tables } from '../db/schema.gen.ts'
import type { Session } from './ports.ts'

/** The schema of a capability's own module. */
export type SchemaOf<N extends string> = N extends `${infer S}.${string}` ? S : never
/** The tables of one module's schema. */
export type TablesOf<S extends string> = { [T in keyof Tables as T extends `${S}.${string}` ? T : never]: Tables[T] }
/** A transaction that sees only the tables of the named schema. */
export type Tx<S extends string> = Kysely<TablesOf<S>>

/** What a change leaves in the journal beside who, when and which capability. */
export interface Change {
  /** Units it happened to: who reads the journal of these units sees the entry. */
  units?: readonly string[]
  /** Things it happened to, as `kind:id`. */
  subjects?: readonly string[]
  before?: unknown
  after?: unknown
  /** Who acted, where there is no session yet (signing in). */
  actor?: { accountId: string; displayName: string }
  /** The ground: decision, article, reason. */
  ground?: unknown
}

/** A place in the input and what is wrong there, in both languages. */
export interface Issue {
  at: string
  why: { vi: string; en: string }
}

/** Where a job is asked for or news given; handed on after the commit. */
export interface Outgoing {
  readonly job: string
  readonly payload: unknown
}

/** One run of one capability: who acts, on which day, inside which transaction. The only way to the database. */
export interface Work<N extends string = string, R extends string = string> {
  readonly capability: N
  /** Who acts; null only where the contract's permission is `anyone`. */
  readonly actor: Session | null
  /** The business day in the organisation's time zone. */
  readonly today: PlainDate
  /** The recorded time. */
  readonly now: Instant
  /** The organisation's time zone. */
  readonly zone: string
  /** The anchor date of the question: the input's `asOf`, or today. */
  readonly asOf: PlainDate
  /** The journal entry this command writes (the version that an aggregate keeps); null in a query. */
  readonly entry: number | null
  /** The tables of the capability's own module. */
  readonly db: Tx<SchemaOf<N>>
  /** The open transaction for the doors of lower modules. */
  readonly tx: Kysely<Tables>
  /** Whether the actor holds another capability somewhere: computed from the grants in memory. */
  may(capability: string): boolean
  /**
   * The tables of the module as they were believed at the end of a day ("theo số liệu ghi nhận đến ngày"): the named ones have a view
   * `<table>_known`. From now on figures answer so too. Rights are asked of what is believed now.
   */
  asKnownOn(day: PlainDate, tables: readonly string[]): Promise<Tx<SchemaOf<N>>>
  /**
   * Ends the capability with 403 unless the actor's right to it covers all of these units, today or as they stood on a day; for a
   * contract with `units: 'of-the-record'`.
   */
  assertReach(units: readonly string[], on?: PlainDate): Promise<void>
  /** Ends the capability with one of its declared refusals (422). */
  refuse(code: R, params?: TextParams, issues?: Issue[]): never
  /** Ends it with 404. */
  missing(): never
  /** Ends it with 409; `current` is what stands now, so that a person sees both versions. */
  conflict(current: unknown): never
  /** Adds to what the journal entry of this command says. */
  record(change: Change): void
  /** Reads again as the actor may read: what a command answers is never out of reach. */
  asReader<T>(read: () => Promise<T>): Promise<T>
  /**
   * Says whose data this answer shows (`kind:id`), for the log of readings that the person can see; written in this same transaction.
   * A contract with `reads: 'personal'` must say it, with an empty list when it shows nobody; no other contract may.
   */
  readPersonal(subjects: readonly string[]): void
  /** Asks for a job after the commit. */
  enqueue(job: string, payload: unknown): void
  /** Gives news (an event in the past tense) to those who listen, in this same transaction. */
  emit(event: string, payload: unknown): Promise<void>
}
