import { addChunk } from '#kernel/capabilities/add-chunk/add-chunk.contract.ts'
import { beginFile } from '#kernel/capabilities/begin-file/begin-file.contract.ts'
import { finishFile } from '#kernel/capabilities/finish-file/finish-file.contract.ts'
import { chunkBytes } from '#kernel/contract/files.ts'
import type { Person } from './founders.ts'

/** A purpose of the product that takes PDF, PNG and JPEG. */
export const testPurpose = 'structure.declare-figure'

/** Bytes that begin as a PDF does. */
export function pdfOf(length: number): Buffer {
  const bytes = Buffer.alloc(length, 'liên chi ')
  bytes.write('%PDF-1.7\n%\u00e2\u00e3', 'latin1')
  return bytes
}

/** Begins the upload of a file; what is not told is as it should be. */
export async function begin(
  person: Person,
  size: number,
  more: { name?: string; nothingClassed?: boolean; purpose?: string } = {},
) {
  return person.ask(beginFile, { purpose: testPurpose, name: 'Quyết định 12.pdf', size, nothingClassed: true, ...more })
}

/** Sends one slice of a file's bytes. */
export async function send(person: Person, fileId: string, no: number, bytes: Buffer) {
  return person.ask(addChunk, {
    fileId,
    no,
    bytes: bytes.subarray(no * chunkBytes, (no + 1) * chunkBytes).toString('base64'),
  })
}

/** Uploads a whole file and returns what the last step answered. */
export async function upload(person: Person, bytes: Buffer, name?: string) {
  const { fileId } = (await begin(person, bytes.length, name ? { name } : {})).body
  for (let no = 0; no * chunkBytes < bytes.length; no++) await send(person, fileId, no, bytes)
  return { fileId, finished: await person.ask(finishFile, { fileId }) }
}
