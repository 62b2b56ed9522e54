/**
 * Folds a text for searching, so that what a person types without thinking finds what was written: NFC, lower case,
 * without diacritics, đ as d, runs of blanks as one. Tone placement falls away with the tones: uỷ, ủy and uy fold alike.
 * `fold('Đảng uỷ  Khối') === 'dang uy khoi'`. Folding twice changes nothing.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The folded words of a search text, without empty ones. */
export function foldedWords(text: string): readonly string[] {
  const folded = fold(text)
  return folded === '' ? [] : folded.split(' ')
}

/**
 * Whether an already folded text answers a search: each word of `words` begins a word of it, or the words stand in it
 * as written. An empty search is answered by everything.
 */
export function answersSearch(folded: string, words: readonly string[]): boolean {
  if (folded.includes(words.join(' '))) return true
  const padded = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return words.every((word) => padded.includes(` ${word}`))
}

/** Where the tone may stand in two ways: the old spelling (on the first vowel) and the Party's own papers' (on the second). */
const tonePlaces: readonly (readonly [first: string, second: string])[] = [
  ['o', 'a'],
  ['o', 'e'],
  ['u', 'y'],
]
const tones = '\u0300\u0309\u0303\u0301\u0323'

/**
 * Writes the tone where the Party's own papers write it: ủy → uỷ, hóa → hoá, thủy → thuỷ, khỏe → khoẻ. Only an open syllable has two
 * spellings (toán, hoàng, quý have one). The result is NFC; for comparing and for cleaning what is imported.
 */
export function placeTone(text: string): string {
  let out = text.normalize('NFD')
  for (const [first, second] of tonePlaces) {
    // After q the u is part of the consonant; a following letter or mark means the syllable is not open or the vowel is another.
    const pattern = new RegExp(`(?<!q)(${first})([${tones}])(${second})(?![\\p{L}\\p{M}])`, 'giu')
    out = out.replace(pattern, '$1$3$2')
  }
  return out.normalize('NFC')
}
