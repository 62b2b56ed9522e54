import { z } from 'zod'
import { PlainDate } from '#kernel/contract/dates.ts'
import { Sentence } from '#kernel/contract/problem.ts'

/** A code of a type, kind or measure: snake_case, as in data/structure and in a history. */
export const Code = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)

/** Where an entry comes from: a source document of the project, a public page read as an excerpt, or our own unconfirmed knowledge. */
export const Grade = z.enum(['seed', 'found', 'own'])

/** A half-open period of days as the files write it: no `until` means open. */
const during = { from: PlainDate, until: PlainDate.optional() }

const entry = { code: Code, rank: z.int(), name: Sentence, ...during, grade: Grade, note: Sentence.optional() }

/** A type of unit: what it counts as, its thresholds, and what it may stand under. */
export const UnitTypeEntry = z.strictObject({
  ...entry,
  short_name: Sentence.optional(),
  is_party_organisation: z.boolean(),
  is_grassroots: z.boolean().describe('tổ chức cơ sở đảng'),
  is_cell: z.boolean(),
  members_from: z.int().positive().optional().describe('a unit of this type has at least so many members'),
  members_below: z.int().positive().optional().describe('a unit of this type has fewer members than this'),
  own_number_series: z.boolean().describe('its committee numbers its documents in a series of its own'),
  has_seal: z.boolean().optional().describe('absent: not known'),
  term_months: z.int().positive().optional().describe('absent: not known'),
  may_be_root: z.boolean(),
  under: z.array(z.strictObject({ type: Code, ...during, grade: Grade })),
  unconfirmed: z.array(z.string()).default([]).describe('fields whose value no source document states'),
})
export type UnitTypeEntry = z.infer<typeof UnitTypeEntry>

/** A kind of organ, counterpart or agency. */
export const KindEntry = z.strictObject(entry)
export type KindEntry = z.infer<typeof KindEntry>

/** A kind of dated fact, with the type of its value. */
export const FactKindEntry = z
  .strictObject({
    ...entry,
    value_type: z.enum(['text', 'integer', 'boolean', 'choice', 'date']),
    choices: z.array(Code).optional(),
    restricted: z.boolean().describe('shown only to those whose grants reach the unit'),
  })
  .refine((kind) => (kind.value_type === 'choice') === (kind.choices !== undefined), 'choices belong to a choice')
export type FactKindEntry = z.infer<typeof FactKindEntry>

/** What a figure counts. */
export const MeasureEntry = z
  .strictObject({
    code: Code,
    rank: z.int(),
    name: Sentence,
    definition: Sentence,
    computed: z.enum(['direct', 'below', 'none']),
    types: z.array(Code),
  })
  .refine((m) => (m.computed === 'none') === (m.types.length === 0), 'a computed measure names its types')
export type MeasureEntry = z.infer<typeof MeasureEntry>

/** The frame of an installation: what the files of data/structure hold together. */
export const TermsFile = z.object({
  types: z.array(UnitTypeEntry).min(1),
  organs: z.array(KindEntry).min(1),
  counterparts: z.array(KindEntry).min(1),
  agencies: z.array(KindEntry).min(1),
  facts: z.array(FactKindEntry).min(1),
  measures: z.array(MeasureEntry).min(1),
})
export type TermsFile = z.infer<typeof TermsFile>
