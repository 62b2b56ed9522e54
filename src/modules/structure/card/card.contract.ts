import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Period, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { ActLine, Decision, KnownPeriod, Source, UnitId, UnitLink } from '../words.contract.ts'

/** What a unit was at a time: one stretch of its life without a change. */
export const UnitStretch = z.object({
  valid: KnownPeriod,
  name: z.string().nullable(),
  shortName: z.string().nullable(),
  type: z.string(),
  parent: UnitLink.nullable(),
  covered: z.boolean(),
  illustrative: z.boolean(),
})
export type UnitStretch = z.infer<typeof UnitStretch>

const Dated = z.object({ valid: Period, source: Source })

/** One unit with its whole history; `state` says how it stands on the day asked. */
export const card = query('structure.card', {
  input: z.object({
    unitId: UnitId,
    asOf: PlainDate.optional(),
    /** What was believed at the end of this day ("theo số liệu ghi nhận đến ngày"); what is believed now when absent. */
    knownOn: PlainDate.optional(),
  }),
  output: z.object({
    id: UnitId,
    asOf: PlainDate,
    /** `alive` · `not_yet` · `ended` · `no_source`: alive by the frame, but no source covers the day. */
    state: z.enum(['alive', 'not_yet', 'ended', 'no_source']),
    life: KnownPeriod,
    /** The stretch of the day asked, or the nearest one when the unit does not live on that day. */
    now: UnitStretch,
    /** The superiors on the day, the highest first, without the unit itself. */
    path: z.array(UnitLink),
    stretches: z.array(UnitStretch),
    acts: z.array(
      ActLine.extend({
        parts: z.array(z.enum(['opened', 'changed', 'ended'])),
        from: z.array(UnitLink),
        to: z.array(UnitLink),
      }),
    ),
    establishedBy: Decision.nullable(),
    predecessors: z.array(UnitLink),
    successors: z.array(UnitLink),
    facts: z.array(Dated.extend({ kind: z.string(), value: z.string() })),
    aliases: z.array(Dated.extend({ name: z.string() })),
    organs: z.array(Dated.extend({ id: z.uuid(), kind: z.string(), name: z.string(), aliases: z.array(z.string()) })),
    counterparts: z.array(Dated.extend({ id: z.uuid(), kind: z.string(), name: z.string() })),
    /** Direct subordinates on the day, by type; null where no source says what stood below (chưa có tư liệu). */
    direct: z.array(z.object({ type: z.string(), units: z.int() })).nullable(),
    /** Invented units (demo) are among them. */
    directInvented: z.boolean(),
    /** What else the actor may do with this unit. */
    may: z.array(z.string()),
    note: Sentence.nullable(),
  }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['domain 2', '138-QĐ/TW, Đ10–13'],
})
