import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { Period, PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'
import { Source } from '../words.contract.ts'

const Grade = Source.shape.grade

/** The frame as it holds on a day: types of unit, what may stand under what, kinds, measures. All of it data with validity. */
export const terms = query('structure.terms', {
  input: z.object({ asOf: PlainDate.optional() }),
  output: z.object({
    asOf: PlainDate,
    types: z.array(
      z.object({
        code: z.string(),
        name: Sentence,
        shortName: Sentence.nullable(),
        valid: Period,
        rank: z.int(),
        /** A unit of this type may stand without a superior. */
        mayBeRoot: z.boolean(),
        isPartyOrganisation: z.boolean(),
        isGrassroots: z.boolean(),
        isCell: z.boolean(),
        membersFrom: z.int().nullable(),
        membersBelow: z.int().nullable(),
        ownNumberSeries: z.boolean(),
        termMonths: z.int().nullable(),
        grade: Grade,
        /** Fields whose value no source document states. */
        unconfirmed: z.array(z.string()),
        note: Sentence.nullable(),
      }),
    ),
    under: z.array(z.object({ type: z.string(), parentType: z.string(), valid: Period, grade: Grade })),
    kinds: z.array(
      z.object({
        family: z.enum(['organ', 'counterpart', 'fact', 'agency']),
        code: z.string(),
        name: Sentence,
        valueType: z.string().nullable(),
        choices: z.array(z.string()),
        restricted: z.boolean(),
        grade: Grade,
      }),
    ),
    measures: z.array(
      z.object({
        code: z.string(),
        name: Sentence,
        definition: Sentence,
        computed: z.enum(['direct', 'below', 'none']),
        types: z.array(z.string()),
      }),
    ),
  }),
  permission: 'signed-in',
  reads: 'settings',
  articles: ['domain 3.1', 'domain 3.2'],
})
