import { fold } from '#kernel/contract/fold.ts'
import type { TreeIndex, TreeNode, TreeRow } from './tree-model.ts'

/** What a key does in a tree. */
export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'toggle'; readonly ids: readonly string[]; readonly open: boolean }
  | { readonly kind: 'choose' }

/** A key as pressed. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The ARIA pattern of a tree: what a key does from line `at`; null when it is not ours. */
export function moveInTree<N extends TreeNode>(
  pressed: PressedKey,
  rows: readonly TreeRow<N>[],
  at: number,
  page: number,
  index: TreeIndex<N>,
): TreeMove | null {
  const row = rows[at]
  if (!row || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const last = rows.length - 1
  const go = (to: number): TreeMove => ({ kind: 'go', to: Math.max(0, Math.min(last, to)) })
  switch (pressed.key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'PageDown':
      return go(at + page)
    case 'PageUp':
      return go(at - page)
    case 'Home':
      return go(0)
    case 'End':
      return go(last)
    case 'ArrowRight':
      if (row.open === undefined) return null
      return row.open ? go(at + 1) : { kind: 'toggle', ids: [row.node.id], open: true }
    case 'ArrowLeft': {
      if (row.open) return { kind: 'toggle', ids: [row.node.id], open: false }
      const above = rows.findIndex((other) => other.node.id === row.node.parentId)
      return above >= 0 ? go(above) : null
    }
    case '*': {
      const siblings = row.node.parentId ? (index.children.get(row.node.parentId) ?? []) : index.roots
      return {
        kind: 'toggle',
        ids: siblings.filter((one) => index.children.has(one.id)).map((one) => one.id),
        open: true,
      }
    }
    case 'Enter':
    case ' ':
      return { kind: 'choose' }
    default:
      return letter(pressed.key, rows, at)
  }
}

/** A letter goes to the next line whose name's last words begin with it: "Chi bộ Phòng …" answers to every word's beginning. */
function letter<N extends TreeNode>(key: string, rows: readonly TreeRow<N>[], at: number): TreeMove | null {
  if (key.length !== 1 || !/\p{L}|\p{N}/u.test(key)) return null
  const wanted = fold(key)
  for (let step = 1; step <= rows.length; step += 1) {
    const to = (at + step) % rows.length
    const words = fold(rows[to]?.node.name ?? '').split(' ')
    if (words.some((word, place) => (place === 0 || place >= 2) && word.startsWith(wanted))) return { kind: 'go', to }
  }
  return null
}
