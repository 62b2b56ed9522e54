import { fold } from '#kernel/contract/fold.ts'
import { say } from '#kernel/contract/text.ts'
import type { MadeFile } from '#kernel/server/download.ts'
import { writeCsv } from '#kernel/sheets/write-csv.ts'
import { writeXlsx } from '#kernel/sheets/write-xlsx.ts'
import { linesOf, titled } from './columns.rules.ts'
import type { ExportFormat } from './export.contract.ts'
import type { Found } from './export.read.ts'
import { jsonLdOf } from './json-ld.rules.ts'
import { sheetTexts } from './sheet.text.ts'

/** The media type of each form. */
export const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json; charset=utf-8',
}

/**
 * What a file of units is called, and of which type it is: `dang-bo-so-cong-thuong-2024-01-15.xlsx`. A table has no place to say what was
 * believed when, so the name does: `…-2024-01-15-ghi-nhan-2024-01-10.xlsx`.
 */
export function nameOfExport(
  unit: string | null,
  { asOf, knownOn }: { readonly asOf: string; readonly knownOn?: string | null | undefined },
  format: ExportFormat,
) {
  const about = fold(unit ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const days = knownOn ? `${asOf}-ghi-nhan-${knownOn}` : asOf
  return { name: `${about || 'to-chuc'}-${days}.${format}`, mediaType: mediaTypes[format] }
}

/** Writes the file of units. */
export function writeExported({ file, format, language }: Found): MadeFile {
  const top = file.under ? (file.units[0]?.name ?? null) : null
  return { ...nameOfExport(top, file, format), bytes: bytesOf({ file, format, language }) }
}

function bytesOf({ file, format, language }: Pick<Found, 'file' | 'format' | 'language'>): AsyncIterable<Uint8Array> {
  if (format === 'json') return inSlices(file)
  if (format === 'jsonld') return inSlices(jsonLdOf(file))
  const table = { columns: titled(language), rows: linesOf(file, language) }
  return format === 'csv'
    ? writeCsv(table)
    : writeXlsx({ ...table, sheetName: say(sheetTexts, language, 'sheet.name') })
}

/** An object as JSON, its lists a slice at a time. */
async function* inSlices(object: object): AsyncGenerator<Uint8Array> {
  let before = '{'
  for (const [key, value] of Object.entries(object)) {
    yield Buffer.from(`${before}${JSON.stringify(key)}:`)
    before = ',\n'
    if (!Array.isArray(value)) {
      yield Buffer.from(JSON.stringify(value))
      continue
    }
    yield Buffer.from('[')
    for (let at = 0; at < value.length; at += 500) {
      const lines = value.slice(at, at + 500).map((one) => `\n${JSON.stringify(one)}`)
      yield Buffer.from(`${at > 0 ? ',' : ''}${lines.join(',')}`)
    }
    yield Buffer.from(']')
  }
  yield Buffer.from('}\n')
}
