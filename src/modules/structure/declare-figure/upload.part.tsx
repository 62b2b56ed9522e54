import { addChunk } from '#kernel/capabilities/add-chunk/add-chunk.contract.ts'
import { beginFile } from '#kernel/capabilities/begin-file/begin-file.contract.ts'
import { finishFile } from '#kernel/capabilities/finish-file/finish-file.contract.ts'
import { call } from '#kernel/web/call.ts'

/** Sends a file in chunks for a capability and answers its id. Throws `ProblemError` when it is refused, `ConnectionLost` when cut off. */
export async function upload(
  file: File,
  purpose: string,
  nothingClassed: boolean,
  onShare: (share: number) => void,
): Promise<string> {
  const { fileId, chunkBytes } = await call(beginFile, { purpose, name: file.name, size: file.size, nothingClassed })
  for (let no = 0; no * chunkBytes < file.size; no += 1) {
    const piece = file.slice(no * chunkBytes, (no + 1) * chunkBytes)
    await call(addChunk, { fileId, no, bytes: base64Of(new Uint8Array(await piece.arrayBuffer())) })
    onShare(Math.min(1, ((no + 1) * chunkBytes) / file.size))
  }
  return (await call(finishFile, { fileId })).fileId
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}
