import { fileTypeFromBuffer } from 'file-type'

/** A file's type by its content alone; plain text where it is clean UTF-8, otherwise unknown bytes. */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(head)
  if (found) return found.mime
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head.slice(0, 4096 - (4096 % 4)), { stream: true })
    // Markup that a browser could run is never plain text.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
    if (!/[\u0000-\u0008\u000E-\u001F]/.test(text) && !/<\s*(script|html|svg|!doctype|\?xml)/i.test(text))
      return 'text/plain'
  } catch {
    return 'application/octet-stream'
  }
  return 'application/octet-stream'
}
