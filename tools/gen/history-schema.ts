import { mkdirSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { ExportedFile } from '#modules/structure/export/exported-file.contract.ts'
import { History } from '#modules/structure/load-history/history.contract.ts'
import { TermsFile } from '#modules/structure/load-terms/terms-file.contract.ts'

const folder = new URL('../../docs/generated/', import.meta.url)

/** The published forms as JSON Schema (draft 2020-12), by file name: what a file may hold before its defaults are filled in. */
export function historySchemas(): Record<string, string> {
  const schema = (form: z.ZodType, title: string) =>
    `${JSON.stringify({ title, ...z.toJSONSchema(form, { io: 'input' }) }, null, 2)}\n`
  return {
    'history.schema.json': schema(History, 'A history of units, as structure.load-history takes it'),
    'units.schema.json': schema(
      ExportedFile,
      'The units of a day with acts and lineage, as structure.export gives them',
    ),
    'terms.schema.json': schema(TermsFile, 'The frame of an installation, as structure.load-terms takes it'),
  }
}

/** Writes docs/generated/history.schema.json, units.schema.json and terms.schema.json from the contracts. */
export function generateHistorySchema(): void {
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(historySchemas())) writeFileSync(new URL(file, folder), text)
}
