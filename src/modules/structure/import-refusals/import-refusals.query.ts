import type { z } from 'zod'
import { say } from '#kernel/contract/text.ts'
import { type DownloadAddress, download, type MadeFile } from '#kernel/server/download.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Work } from '#kernel/server/work.ts'
import { writeCsv } from '#kernel/sheets/write-csv.ts'
import { writeXlsx } from '#kernel/sheets/write-xlsx.ts'
import { mediaTypes } from '../export/export.write.ts'
import type { Layout } from '../imports/heads.rules.ts'
import { importTexts } from '../imports/imports.text.ts'
import { findImport, listStaged, type StagedRow } from '../imports/staged.read.ts'
import { sentenceOf } from '../imports/why.rules.ts'
import { importRefusals } from './import-refusals.contract.ts'

type Asked = z.output<typeof importRefusals.input>
interface Found extends Asked {
  readonly layout: Layout
  readonly rows: readonly StagedRow[]
}

export default (addressOf: DownloadAddress) =>
  handle(importRefusals, async (work, input) => {
    const kept = (await findImport(work.db, input.importId, work.actor!.accountId)) ?? work.missing()
    if (!kept.layout) work.missing()
    return { ...nameOf(input), address: addressOf(importRefusals.name, input, work.actor!.accountId) }
  })

/** The file itself, when its address is opened. */
export const refusedRows = download(importRefusals, find, write)

async function find(work: Work<'structure.import-refusals', never>, input: Asked): Promise<Found> {
  const kept = (await findImport(work.db, input.importId, work.actor!.accountId)) ?? work.missing()
  return {
    ...input,
    layout: kept.layout ?? work.missing(),
    rows: await listStaged(work.db, input.importId, { verdict: 'refused' }),
  }
}

function nameOf({ format, language }: Asked) {
  return { name: `${say(importTexts, language, 'refused.file')}.${format}`, mediaType: mediaTypes[format] }
}

/** As many characters as an import takes in one cell. */
const longest = 500

function write(found: Found): MadeFile {
  const { layout, rows, language, format } = found
  const shown = [...layout.titles.keys()].filter((column) => !layout.said.includes(column))
  const titles = [
    ...shown.map((column) => layout.titles[column]!),
    say(importTexts, language, 'refused.reason'),
    say(importTexts, language, 'refused.place'),
  ]
  const table = {
    columns: titles.map((title) => ({ title, kind: 'text' as const, width: 24 })),
    rows: rows.map(({ given, faults }) => [
      ...shown.map((column) => given[column] ?? null),
      faults
        .map((fault) => sentenceOf(fault)[language])
        .join(' ')
        .slice(0, longest),
      faults
        .map(({ place }) => place)
        .join(', ')
        .slice(0, longest),
    ]),
  }
  const bytes =
    format === 'csv' ? writeCsv(table) : writeXlsx({ ...table, sheetName: say(importTexts, language, 'refused.sheet') })
  return { ...nameOf(found), bytes }
}
