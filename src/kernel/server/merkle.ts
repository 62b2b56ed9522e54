import { hash } from 'node:crypto'

/** The digest of a leaf in hex, led by 0x00 so that no leaf can pass for a node (RFC 6962). */
export function leafDigest(text: string): string {
  return hash('sha256', `\0${text}`)
}

const pair = Buffer.alloc(65, 1)

/** The digest of a node over its two children, led by 0x01. */
function nodeDigest(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1)
  pair.set(right, 33)
  return hash('sha256', pair, 'buffer')
}

/** A tree that grows leaf by leaf and keeps only the roots of its full parts. */
export interface GrowingTree {
  add(leaf: Uint8Array): void
  /** The root over everything added. Throws where nothing was. */
  root(): Uint8Array
}

/** Begins an empty tree of the shape of RFC 6962. */
export function growTree(): GrowingTree {
  const parts: { size: number; root: Uint8Array }[] = []
  return {
    add(leaf) {
      let part = { size: 1, root: leaf }
      for (let last = parts.at(-1); last?.size === part.size; last = parts.at(-1)) {
        parts.pop()
        part = { size: 2 * part.size, root: nodeDigest(last.root, part.root) }
      }
      parts.push(part)
    },
    root() {
      if (parts.length === 0) throw new RangeError('a tree without leaves has no root')
      return parts.map(({ root }) => root).reduceRight((right, left) => nodeDigest(left, right))
    },
  }
}

/** The root over leaves in order. Throws where there are none. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const tree = growTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

/** The digests beside the way from a leaf up to the root, the lowest first. */
export function merklePath(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const left = leftOf(leaves.length)
  return index < left
    ? [...merklePath(leaves.slice(0, left), index), merkleRoot(leaves.slice(left))]
    : [...merklePath(leaves.slice(left), index - left), merkleRoot(leaves.slice(0, left))]
}

/** The root to which a path leads from a leaf; null where the path has not the length that index and count ask for. */
export function rootAlong(
  path: readonly Uint8Array[],
  leaf: Uint8Array,
  index: number,
  count: number,
): Uint8Array | null {
  if (index < 0 || index >= count) return null
  if (count === 1) return path.length === 0 ? leaf : null
  const beside = path.at(-1)
  if (beside?.length !== 32) return null
  const left = leftOf(count)
  const inner = index < left
  const below = rootAlong(path.slice(0, -1), leaf, inner ? index : index - left, inner ? left : count - left)
  return below && (inner ? nodeDigest(below, beside) : nodeDigest(beside, below))
}

/** The greatest power of two that is less than a count of two or more. */
function leftOf(count: number): number {
  return 2 ** Math.floor(Math.log2(count - 1))
}
