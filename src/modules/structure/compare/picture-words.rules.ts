import { textWidth } from '../lineage/time-scale.rules.ts'

/** Words of a picture: lines from one baseline downward. */
export interface PictureText {
  readonly key: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly lines: readonly string[]
  readonly tone: 'figure' | 'name' | 'note'
}

/** The distance of two baselines, by the size of the letters. */
export const leading = 1.25

/** A text in lines no wider than `width`, broken between words; what goes beyond `most` lines is cut with an ellipsis. */
export function wrapped(text: string, width: number, size: number, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const joined = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  let last = lines.slice(most - 1).join(' ')
  while (last.length > 1 && textWidth(`${last}…`, size) > width) last = last.slice(0, -1).trimEnd()
  return [...lines.slice(0, most - 1), `${last}…`]
}

/** A sign of the key with its words. */
export interface KeyPlace<K extends string> {
  readonly mark: K
  readonly words: string
  readonly x: number
  readonly y: number
}

/** The key of a picture in as many lines as its width asks for; `height` is what it takes up. */
export function layKey<K extends string>(
  items: readonly { readonly mark: K; readonly words: string }[],
  width: number,
  size: number,
): { readonly places: readonly KeyPlace<K>[]; readonly height: number } {
  const places: KeyPlace<K>[] = []
  let [x, y] = [0, size]
  for (const { mark, words } of items) {
    const wide = size * 1.7 + textWidth(words, size)
    if (x > 0 && x + wide > width) {
      x = 0
      y += size * 1.6
    }
    places.push({ mark, words, x, y })
    x += wide + size * 1.5
  }
  return { places, height: y + size * 0.6 }
}
