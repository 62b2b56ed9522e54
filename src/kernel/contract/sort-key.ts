/*
 * The order of a Vietnamese list as a string whose plain byte order is that order, so that the database (COLLATE "C"), the
 * server and the browser agree without asking three collation libraries. Four levels as in a dictionary: letters
 * (a ă â b c d đ e ê … ơ p …), then tones (ngang huyền hỏi ngã sắc nặng), then case (small before capital).
 * A blank stands before everything, so lists go word by word; numbers go by value: Chi bộ 2 before Chi bộ 10.
 */

const marks = ` _-–—,;:!?.'‘’"“”«»()[]{}§@*/\\&#%\`^+<=>|~$`
const letters = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const tones = '\u0300\u0309\u0303\u0301\u0323'

/** Marks that make another letter in Vietnamese: base letter + mark = letter. */
const letterMarks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { '\u0306': 'ă', '\u0302': 'â' },
  e: { '\u0302': 'ê' },
  o: { '\u0302': 'ô', '\u031b': 'ơ' },
  u: { '\u031b': 'ư' },
}

const separator = '!'
const common = '"'
const first = 0x23
const numberWeight = String.fromCharCode(first + marks.length)
const otherWeight = '~'
const primary = new Map<string, string>()
for (const [index, mark] of [...marks].entries()) primary.set(mark, String.fromCharCode(first + index))
for (const [index, letter] of [...letters].entries()) {
  primary.set(letter, String.fromCharCode(first + marks.length + 1 + index))
}

/**
 * The sort key of a text: `keys.sort()` and `ORDER BY key COLLATE "C"` both give the Vietnamese order that
 * `Intl.Collator('vi', { numeric: true })` gives. Printable ASCII except for letters outside the Vietnamese and Latin alphabets, which come last.
 */
export function sortKey(text: string): string {
  let letterLevel = ''
  let toneLevel = ''
  let caseLevel = ''
  const clean = text.normalize('NFD').replace(/\s+/g, ' ').trim()
  for (const [token] of clean.matchAll(/\d+|\P{M}\p{M}*|\p{M}+/gu)) {
    if (/^\d/.test(token)) {
      letterLevel += numberOf(token)
      toneLevel += common
      caseLevel += common
      continue
    }
    const [base = '', ...rest] = token
    const small = base.toLowerCase()
    const letterMark = rest.find((mark) => letterMarks[small]?.[mark])
    const letter = letterMark ? (letterMarks[small]?.[letterMark] ?? small) : small
    letterLevel += primary.get(letter) ?? otherWeight + letter
    toneLevel += common
    caseLevel += base === small ? common : '#'
    for (const mark of rest) {
      if (mark === letterMark) continue
      toneLevel += toneOf(mark)
      caseLevel += common
    }
  }
  return letterLevel + trimmed(toneLevel, caseLevel)
}

/**
 * The sort key of a person's full name: by given name (the last word), then family name, then what stands between, as
 * Vietnamese lists of people are ordered. `Trần Văn An` before `Lê Thị Ánh` before `Đỗ Minh Hạnh`.
 */
export function personSortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  const given = words.at(-1) ?? ''
  const family = words.length > 1 ? (words[0] ?? '') : ''
  const middle = words.slice(1, -1).join(' ')
  return [given, family, middle].map(sortKey).join(' ')
}

/** Compares two keys by their bytes. */
export function byKey(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A number by its value: its length, then its digits. */
function numberOf(digits: string): string {
  const value = digits.replace(/^0+(?=\d)/, '')
  return numberWeight + String.fromCharCode(first + Math.min(value.length, 90)) + value
}

function toneOf(mark: string): string {
  const at = tones.indexOf(mark)
  return at >= 0 ? String.fromCharCode(first + at) : String.fromCharCode(first + tones.length)
}

/** Leaves away what is common at the end of the lower levels; most names have no third level at all. */
function trimmed(toneLevel: string, caseLevel: string): string {
  const tone = toneLevel.replace(/"+$/, '')
  const upper = caseLevel.replace(/"+$/, '')
  if (upper !== '') return separator + tone + separator + upper
  return tone === '' ? '' : separator + tone
}
