import { z } from 'zod'

/** The kinds of refusal and their HTTP status; a `failed` one is our own fault and alarming, the others are not. */
export const problemStatus = {
  invalid: 400,
  unknown: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  refused: 422,
  busy: 503,
  failed: 500,
} as const
export type ProblemKind = keyof typeof problemStatus

/** A sentence in both languages. */
export const Sentence = z.object({ vi: z.string(), en: z.string() })
export type Sentence = z.infer<typeof Sentence>

/** What would have sufficed for a right that was missing. */
export const MissingRight = z.object({
  /** The person's own capacities that hold it: choosing one is enough. */
  capacities: z.array(z.object({ id: z.string(), role: Sentence, unitName: z.string().nullable() })),
  /** Roles that hold it. */
  roles: z.array(z.object({ code: z.string(), name: Sentence })),
  /** Who may give it: by name and role, the nearest first; a few. */
  givers: z.array(z.object({ name: z.string(), role: Sentence, unitName: z.string().nullable() })),
})
export type MissingRight = z.infer<typeof MissingRight>

/** An RFC 9457 problem as every face of the product answers it. */
export const Problem = z.object({
  /** `urn:lienchi:<kind>` or `urn:lienchi:refused:<capability>:<code>`. */
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  kind: z.enum(['invalid', 'unknown', 'forbidden', 'missing', 'conflict', 'refused', 'busy', 'failed']),
  code: z.string(),
  /** The same sentence in both languages, whichever was asked for. */
  sentence: Sentence,
  /** For `invalid`: which field, and why. */
  issues: z.array(z.object({ at: z.string(), why: Sentence })).optional(),
  /** For `forbidden`: the grant that would have sufficed, and who can give it. */
  wanted: z.object({ verb: z.string(), unitId: z.string().nullable(), ...MissingRight.partial().shape }).optional(),
  /** For `conflict`: the version that stands now, so that both can be shown. */
  current: z.unknown().optional(),
  /** For `failed`: by what the alarm about it is found (also in x-request-id). */
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
