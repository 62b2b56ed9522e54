import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const blocks = { light: block(':root {'), dark: block(':root[data-mantine-color-scheme="dark"] {') }

/** Words on grounds: WCAG 2.2 AA asks 4.5 : 1. */
const words: readonly (readonly [string, string])[] = [
  ...['ink', 'soft', 'accent', 'late'].flatMap((word) =>
    ['paper', 'ground', 'raised', 'head', 'hover', 'past', 'past-strong', 'accent-soft', 'none-soft'].map(
      (ground) => [word, ground] as const,
    ),
  ),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-hover'],
  ['ok', 'paper'],
  ['ok', 'ok-soft'],
  ['warn', 'paper'],
  ['warn', 'warn-soft'],
  ['late', 'late-soft'],
  ['gold', 'paper'],
  ['gold', 'gold-soft'],
]
/** Boundaries of fields, the focus ring and parts of pictures: 3 : 1. */
const shapes: readonly (readonly [string, string])[] = [
  ['line-strong', 'paper'],
  ['line-strong', 'ground'],
  ['focus', 'paper'],
  ['focus', 'ground'],
  ['bar-ok', 'paper'],
  ['bar-late', 'paper'],
]

describe.each(['light', 'dark'] as const)('the colours in %s', (scheme) => {
  const tokens = { ...blocks.light, ...blocks[scheme] }
  it.each(words)('--%s can be read on --%s', (word, ground) => {
    expect(contrast(tokens[word] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
  it.each(shapes)('--%s can be seen on --%s', (shape, ground) => {
    expect(contrast(tokens[shape] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})

function block(head: string): Record<string, string> {
  const from = css.indexOf(head)
  const body = css.slice(from, css.indexOf('}', from))
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((found) => [found[1], found[2]]))
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
