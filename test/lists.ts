import { finishFile } from '#kernel/capabilities/finish-file/finish-file.contract.ts'
import { chunkBytes } from '#kernel/contract/files.ts'
import { commitImport } from '#modules/structure/commit-import/commit-import.contract.ts'
import type { exportUnits } from '#modules/structure/export/export.contract.ts'
import type { importRefusals } from '#modules/structure/import-refusals/import-refusals.contract.ts'
import { importState } from '#modules/structure/import-state/import-state.contract.ts'
import { importPurpose, previewImport } from '#modules/structure/preview-import/preview-import.contract.ts'
import type { Person } from './founders.ts'
import { harness } from './harness.ts'
import { runJobs } from './jobs.ts'
import { begin, send } from './uploads.ts'

/** The decision of every list of a test. */
export const listDecision = { kind: 'Quyết định', symbol: '21-QĐ/ĐU' }

/** A CSV file of lines of cells. */
export function csvOf(lines: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return Buffer.from(lines.map((line) => line.map(cell).join(',')).join('\r\n'))
}

/** Uploads a list. */
export async function uploadList(person: Person, bytes: Buffer, name = 'danh-sach.csv'): Promise<string> {
  const { fileId } = (await begin(person, bytes.length, { name, purpose: importPurpose })).body
  for (let no = 0; no * chunkBytes < bytes.length; no++) await send(person, fileId, no, bytes)
  const finished = await person.ask(finishFile, { fileId })
  if (finished.status !== 200) throw new Error(JSON.stringify(finished.problem))
  return fileId
}

/** Uploads a list and begins its import. */
export async function bring(person: Person, bytes: Buffer, under: string, effective = '2024-01-01'): Promise<string> {
  const fileId = await uploadList(person, bytes)
  const begun = await person.ask(previewImport, {
    under,
    effective: effective as never,
    decision: listDecision,
    fileId,
  })
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.problem))
  return begun.body.importId
}

/** Brings a list in, reads it, and answers how it stands. */
export async function preview(person: Person, bytes: Buffer, under: string, effective?: string) {
  const importId = await bring(person, bytes, under, effective)
  await runJobs((await harness()).product)
  return (await person.ask(importState, { importId })).body
}

/** Writes what was previewed. */
export const commit = (person: Person, importId: string) => person.ask(commitImport, { importId })

/** Fetches the bytes behind the address that a query answers. */
export async function fetchFile(
  person: Person,
  contract: typeof exportUnits | typeof importRefusals,
  input: object,
): Promise<Buffer> {
  const { product } = await harness()
  const { body } = await person.ask(contract, input as never)
  const response = await product.app.request(body.address, { headers: { cookie: person.cookie } })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}
