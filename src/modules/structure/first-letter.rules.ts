/** Words at the beginning of a heading or sentence. */
export function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

/** The name of a type within a sentence: only its first letter loses its capital (đảng bộ trực thuộc Trung ương). */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLocaleLowerCase('vi') + words.slice(1)
}
