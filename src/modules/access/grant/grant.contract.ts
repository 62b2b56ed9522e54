import { z } from 'zod'
import { Period, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** How far a grant goes from its unit: the unit alone, the unit with what stands below it, or the organs of the committee and not itself. */
export const GrantReach = z.enum(['own', 'below', 'organs'])

/** Where a grant comes from. `deputy` and `mandate` are made by their own capabilities. */
export const OriginKind = z.enum(['post', 'appointment', 'deputy', 'mandate'])

/** The document behind a grant, a mandate or a compartment, as far as it is known. */
export const GroundDocument = z.object({
  kind: z.string().trim().min(1).max(100),
  symbol: z.string().trim().min(1).max(100).optional(),
  on: PlainDate.optional(),
  issuer: z.string().trim().min(1).max(300).optional(),
})
export type GroundDocument = z.infer<typeof GroundDocument>

/** What is said when a grant is given. Days are half-open: `until` is the first day on which it does not hold any more. */
export const grantFields = {
  role: z.string().max(60),
  /** Null: the whole organisation. */
  unitId: z.uuid().nullable(),
  reach: GrantReach.default('below'),
  originKind: OriginKind.extract(['post', 'appointment']).default('appointment'),
  /** Name of the post or appointment. */
  origin: z.string().trim().min(3).max(300),
  document: GroundDocument.nullable().default(null),
  /** From the business day of the deed when absent. */
  from: PlainDate.optional(),
  until: PlainDate.nullable().default(null),
}

/** A grant as it is shown. */
export const ShownGrant = z.object({
  id: z.uuid(),
  role: z.object({ code: z.string(), name: Sentence }),
  /** Null: the whole organisation; its name is null where the asker may not see it. */
  unit: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  reach: GrantReach,
  valid: Period,
  originKind: OriginKind,
  origin: z.string(),
  document: GroundDocument.nullable(),
  /** Of a deputy: in whose place, and why. */
  handedFrom: z.object({ grantId: z.uuid(), holder: z.string().nullable() }).nullable(),
  reason: z.string().nullable(),
})
export type ShownGrant = z.infer<typeof ShownGrant>
