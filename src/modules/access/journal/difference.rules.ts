/** One field of what a deed changed. `undefined` where the field does not stand on that side. */
export interface FieldChange {
  /** Names from the outside in; a place in a list is its number from 1. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

/** Lists longer than this are told by their length. */
export const longestList = 12

/**
 * The fields of two states of a thing, flattened to single values. With both sides given only the fields that differ; with one, all that
 * hold something. The order is that of the later side.
 */
export function fieldChanges(before: unknown, after: unknown): readonly FieldChange[] {
  const was = flat(before)
  const is = flat(after)
  const both = before != null && after != null
  const keys = [...new Set([...is.keys(), ...was.keys()])]
  return keys
    .map((key) => ({ path: key.split('\n'), before: was.get(key), after: is.get(key) }))
    .filter((field) => (both ? !same(field.before, field.after) : !(blank(field.before) && blank(field.after))))
}

/** Every single value under its path (`organisation\nname`). A short list is opened, a long one stands as a whole. */
function flat(value: unknown, path: readonly string[] = []): Map<string, unknown> {
  const inner = entriesOf(value)
  if (inner === null) return path.length === 0 && blank(value) ? new Map() : new Map([[path.join('\n'), value]])
  return new Map(inner.flatMap(([key, part]) => [...flat(part, [...path, key])]))
}

/** The parts to open, or null for what is shown as one value. */
function entriesOf(value: unknown): [string, unknown][] | null {
  if (value === null || typeof value !== 'object') return null
  if (!Array.isArray(value)) return Object.entries(value)
  if (value.length > longestList || value.every((part) => part === null || typeof part !== 'object')) return null
  return value.map((part, at) => [String(at + 1), part])
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

function blank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
