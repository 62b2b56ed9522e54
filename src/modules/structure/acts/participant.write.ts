import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Db } from '#kernel/db/engine.ts'
import type { ActInput } from './act-input.contract.ts'

/** An act as the storeys above see it. `allocation` is what the input says to this participant, and nobody else reads it. */
export interface ActOfStructure {
  readonly id: string
  readonly act: ActInput
  readonly allocation: unknown
}

/**
 * What an upper module knows of an act of structure: what of its own would change, what blocks it, and how it is done and taken back.
 * Registered in the module's table of contents; called in the order of the modules, inside the act's transaction (engineering 18).
 */
export interface ActParticipant {
  readonly module: string
  /** What would change, each with how much; and what keeps the act from being entered. Changes nothing. */
  preview(
    tx: Db,
    act: ActOfStructure,
  ): Promise<{ changes: readonly { what: Sentence; count: number }[]; blocks: readonly Sentence[] }>
  apply(tx: Db, act: ActOfStructure): Promise<void>
  /** What stands on the act by now, so that it cannot be taken back. */
  whyNotUndo(tx: Db, actId: string, effective: PlainDate): Promise<readonly Sentence[]>
  undo(tx: Db, actId: string): Promise<void>
}

/** The participants of this product, asked late: the modules are put together after structure. */
export type Participants = () => readonly ActParticipant[]
