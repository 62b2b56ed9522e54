import { z } from 'zod'
import { PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { ActLine, UnitId, UnitLink } from '../words.contract.ts'

/**
 * Why an act cannot be entered or taken back so: the place in the input (`act` where it is none), a sentence, the first of the units it is
 * about, and the other act that is in the way, where it is one.
 */
export const ActBlock = z.object({
  at: z.string(),
  code: z.string(),
  why: Sentence,
  units: z.array(UnitLink),
  act: ActLine.nullable(),
})
export type ActBlock = z.infer<typeof ActBlock>

/**
 * Everything that an act would change, and everything that keeps it from being entered. Of a correction: what becomes different from what
 * is entered now. Of an act that is taken back: what becomes different without it.
 */
export const ActEffect = z.object({
  effective: PlainDate,
  opens: z.array(z.object({ id: UnitId, name: z.string(), type: z.string(), parent: UnitLink.nullable() })),
  /** One line for each thing that becomes different: a name, a type, a superior. Superiors are named. */
  changes: z.array(
    z.object({
      unit: UnitLink,
      field: z.enum(['name', 'shortName', 'type', 'parent']),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  ends: z.array(z.object({ unit: UnitLink, type: z.string() })),
  /** Units that the act had opened and that would not be there at all any more. */
  gone: z.array(z.object({ unit: UnitLink, type: z.string() })),
  /** Units that the act had ended and that would live on. */
  returns: z.array(z.object({ unit: UnitLink, type: z.string() })),
  /** Organs, counterparts, facts and aliases that go over to another unit or end, or (`to` their own unit) stay after all; facts by their kind. */
  belongings: z.array(
    z.object({
      family: z.enum(['organ', 'counterpart', 'fact', 'alias']),
      name: z.string(),
      unit: UnitLink,
      to: UnitLink.nullable(),
    }),
  ),
  /** Of the units touched: how many of each type there are on the day, before and after. */
  counts: z.array(z.object({ type: z.string(), before: z.int(), after: z.int() })),
  /** How many units get another line of superiors, those touched and all below them. */
  moved: z.int(),
  /** Acts of later days that touch the same units. */
  later: z.array(ActLine),
  /** What changes in the storeys above: accounts, members, papers. */
  above: z.array(z.object({ module: z.string(), what: Sentence, count: z.int() })),
  blocks: z.array(ActBlock),
})
export type ActEffect = z.infer<typeof ActEffect>

/** What the input says to the storeys above, by the name of the module. */
export const Allocation = z.record(z.string(), z.unknown()).default({})
