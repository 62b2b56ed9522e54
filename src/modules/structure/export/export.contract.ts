import { z } from 'zod'
import { query } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { languages } from '#kernel/contract/text.ts'
import { UnitId } from '../words.contract.ts'

/** Tables for an office (XLSX, CSV), everything for a program (JSON), and linked data (JSON-LD in the W3C Organization Ontology). */
export const ExportFormat = z.enum(['xlsx', 'csv', 'json', 'jsonld'])
export type ExportFormat = z.infer<typeof ExportFormat>

/**
 * The tree of a day as a file: exactly the units that `structure.tree` lists to the same person, in the same order. Answers the address of
 * the file, which is made when it is opened. JSON: docs/generated/units.schema.json.
 */
export const exportUnits = query('structure.export', {
  input: z.object({
    /** The anchor date; today when absent. */
    asOf: PlainDate.optional(),
    /** What was believed at the end of this day; what is believed now when absent. */
    knownOn: PlainDate.optional(),
    /** Only this unit and what stands below it. */
    under: UnitId.optional(),
    format: ExportFormat,
    /** Of the titles and the names of types, in a table. */
    language: z.enum(languages).default('vi'),
  }),
  output: z.object({ name: z.string(), mediaType: z.string(), address: z.string() }),
  permission: 'signed-in',
  reads: 'records',
  articles: ['138-QĐ/TW, Đ9.1', 'design 4'],
})
