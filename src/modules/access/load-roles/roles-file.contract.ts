import { z } from 'zod'
import { Sentence } from '#kernel/contract/problem.ts'

const Code = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/)
/** A capability's name, `module.*`, or `*`. */
const Verb = z.string().regex(/^(\*|[a-z]+\.(\*|[a-z0-9-]+))$/)

/** The published form of a file of role sets (data/access/roles.yaml). */
export const RolesFile = z.strictObject({
  roles: z
    .array(
      z.strictObject({
        code: Code,
        name: Sentence,
        needs: z.enum(['any', 'unit', 'whole']).default('any'),
        /** False: of somebody who does not belong to the Party organisation. */
        inside: z.boolean().default(true),
        second_factor: z.boolean().default(false),
        gives: z.array(Code).default([]),
        verbs: z.array(Verb),
      }),
    )
    .min(1)
    .refine((roles) => new Set(roles.map(({ code }) => code)).size === roles.length, {
      params: { vi: 'Mỗi mã vai trò chỉ được ghi một lần.', en: 'Each code of a role stands once.' },
    }),
})
export type RolesFile = z.infer<typeof RolesFile>
