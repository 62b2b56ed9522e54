import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { EnteredDecision } from '../acts/act-input.contract.ts'
import { ActKind, UnitId, UnitLink } from '../words.contract.ts'

/** What a row of a list would do. */
export const Verdict = z.enum(['new', 'changed', 'same', 'refused'])
export type Verdict = z.infer<typeof Verdict>

/** A row with its verdict; `no` as the spreadsheet program counts. */
export const ImportRow = z.object({
  no: z.int(),
  verdict: Verdict,
  name: z.string(),
  /** The unit it was found to be about; null: a new one. */
  unitId: UnitId.nullable(),
  /** The cells that would become different. Types by their codes, superiors by their names. */
  changes: z.array(
    z.object({
      field: z.enum(['name', 'shortName', 'type', 'parent']),
      place: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  /** Why it is refused, each with the cell (`C17`). */
  faults: z.array(z.object({ place: z.string(), why: Sentence })),
})
export type ImportRow = z.infer<typeof ImportRow>

/** An act as which a list was written. */
export const WrittenAct = z.object({ actId: z.uuid(), kind: ActKind, units: z.int() })

/** How a list of one's own stands, and its rows in the order of the sheet, page by page. Somebody else's is not found. */
export const importState = query('structure.import-state', {
  input: z.object({
    importId: z.uuid(),
    verdict: Verdict.optional(),
    /** Only rows after this one. */
    after: z.int().min(0).optional(),
    limit: z.int().min(0).max(200).default(200),
  }),
  output: z.object({
    importId: z.uuid(),
    /** waiting, reading: on the way · read: ready to be written · refused: the file as a whole is not taken · failed: our own fault · committed. */
    state: z.enum(['waiting', 'reading', 'read', 'refused', 'failed', 'committed']),
    under: UnitLink,
    effective: PlainDate,
    decision: EnteredDecision,
    file: z.object({ id: z.uuid(), name: z.string() }),
    /** Rows of the list; null as long as they are not counted. */
    total: z.int().nullable(),
    done: z.int(),
    counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() }),
    /** Titles of columns that are not taken in. */
    passedOver: z.array(z.string()),
    /** Why the file as a whole is not taken, with its place. */
    refusal: z.object({ why: Sentence, place: z.string().nullable() }).nullable(),
    acts: z.array(WrittenAct),
    rows: z.array(ImportRow),
    /** Ask again with `after` set to it; null: these were the last. */
    next: z.int().nullable(),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['design 4'],
})
