import { fold, foldedWords } from '#kernel/contract/fold.ts'
import classes from './tree.module.css'

/** A text with what a search found in it underlined; the search is folded, so "thuy" marks "Thuỷ". */
export function Highlight({ text, search }: { readonly text: string; readonly search: string }) {
  const ranges = foundIn(text, search)
  if (ranges.length === 0) return <>{text}</>
  const pieces: React.ReactNode[] = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from > at) pieces.push(text.slice(at, from))
    pieces.push(
      <mark key={from} className={classes.mark}>
        {text.slice(from, to)}
      </mark>,
    )
    at = to
  }
  pieces.push(text.slice(at))
  return <>{pieces}</>
}

/** Where the words of a search begin words of a text, as positions in the text. */
export function foundIn(text: string, search: string): readonly (readonly [number, number])[] {
  const chars = [...text]
  const folded = chars.map((char) => fold(char) || ' ')
  const words = foldedWords(search)
  const starts = chars.map((_, at) => chars.slice(0, at).join('').length)
  const found: [number, number][] = []
  for (const word of words) {
    for (let at = 0; at < chars.length; at += 1) {
      const before = folded[at - 1]
      if (at > 0 && before !== undefined && /[\p{L}\p{N}]/u.test(before)) continue
      if (!folded.slice(at).join('').startsWith(word)) continue
      const from = starts[at] ?? 0
      const to = starts[at + word.length] ?? text.length
      if (!found.some(([a, b]) => from < b && a < to)) found.push([from, to])
      break
    }
  }
  return found.sort((a, b) => a[0] - b[0])
}
