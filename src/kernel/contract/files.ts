/** Bytes of one chunk of an upload, before it is written as base64. The last one may be shorter. */
export const chunkBytes = 256 * 1024

/** What a capability takes as files. Declared in its module's table of contents. */
export interface FilePurpose {
  /** The capability that the files are for. */
  readonly purpose: string
  readonly maximumBytes: number
  /** Media types as found in the content itself, never as a name or a browser says. */
  readonly mediaTypes: readonly string[]
}
