import { z } from 'zod'

/** Everything that can be wrong with the sealed journal, by its code; `verified.text` says each in both languages. */
export const breakCodes = [
  'block-missing',
  'block-out-of-place',
  'position-missing',
  'entry-gone',
  'entry-changed',
  'entry-put-in-later',
  'detail-gone',
  'detail-changed',
  'detail-without-entry',
  'not-chained',
  'tree-changed',
  'block-changed',
  'signature-wrong',
  'signature-missing',
  'sealed-without-block',
  'seal-line-differs',
  'seal-line-missing',
  'seal-line-contradicted',
  'seal-line-unreadable',
  'block-cut-off',
] as const
export type BreakCode = (typeof breakCodes)[number]

/** A place where the chain does not hold. */
export const Break = z.object({
  what: z.enum(breakCodes),
  block: z.int().nullable(),
  position: z.int().nullable(),
  entry: z.int().nullable(),
})
export type Break = z.infer<typeof Break>

/** What a check of the whole chain found. */
export const Verified = z.object({
  whole: z.boolean(),
  blocks: z.int(),
  sealedEntries: z.int(),
  notYetSealed: z.int(),
  /** How long the oldest of those has waited. */
  oldestUnsealedSeconds: z.number().nullable(),
  /** Whether a key was there to check signatures. */
  signaturesChecked: z.boolean(),
  /** Blocks that the seal file outside the database confirms; null where there is no file. */
  confirmedOutside: z.int().nullable(),
  /** Entries whose values were erased, and the entry that says so; the first of them. */
  erased: z.array(z.object({ entry: z.int(), by: z.int() })),
  /** How many breaks there are; the first of them follow. */
  breaksFound: z.int(),
  breaks: z.array(Break),
})
export type Verified = z.infer<typeof Verified>
