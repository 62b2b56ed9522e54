/** Well-formed, NFC, and without invisible or direction-changing characters (the database holds the same rule). */
export function isClean(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/
  return text.isWellFormed() && text === text.normalize('NFC') && !hidden.test(text)
}
