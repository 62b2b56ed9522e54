import { createHash } from 'node:crypto'

/** JSON with sorted keys, so that equal values have equal digests. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** SHA-256 over parts, each led by its length, so that no two lists of parts collide by joining. */
export function digest(...parts: (string | Uint8Array)[]): Uint8Array {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
    hash.update(`${bytes.length}:`)
    hash.update(bytes)
  }
  return new Uint8Array(hash.digest())
}
