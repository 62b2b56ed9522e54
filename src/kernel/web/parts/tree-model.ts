import { answersSearch, fold, foldedWords } from '#kernel/contract/fold.ts'

/** A node of a tree; siblings stand in the order given. */
export interface TreeNode {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  /** The one figure asked for, as shown. */
  readonly figure?: string | number | undefined
  /** Invented units are among those counted: the figure stands in italics with a sign. */
  readonly figureInvented?: boolean | undefined
  /** `no-source`: no source covers this day ("chưa có tư liệu", dotted). `invented`: illustrative data. */
  readonly mark?: 'no-source' | 'invented' | undefined
  /** A word after the name: the kind, or what matched. */
  readonly note?: string | undefined
}

/** The tree made ready once: children by parent, folded names. Nodes whose parent is not among them are roots. */
export interface TreeIndex<N extends TreeNode> {
  readonly roots: readonly N[]
  readonly byId: ReadonlyMap<string, N>
  readonly children: ReadonlyMap<string, readonly N[]>
  readonly folded: ReadonlyMap<string, string>
}

/** One line of the tree as it stands on the screen. */
export interface TreeRow<N extends TreeNode> {
  readonly node: N
  /** 1 for a root. */
  readonly level: number
  readonly position: number
  readonly siblings: number
  /** Undefined: has no children. */
  readonly open: boolean | undefined
  /** While searching: this one matched; the others only lead to it. */
  readonly hit: boolean
}

/** Prepares a list of nodes. 5,500 take a few milliseconds. */
export function indexTree<N extends TreeNode>(nodes: readonly N[]): TreeIndex<N> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const children = new Map<string, N[]>()
  const folded = new Map<string, string>()
  const roots: N[] = []
  for (const node of nodes) {
    folded.set(node.id, fold(node.name))
    if (node.parentId === null || !byId.has(node.parentId)) {
      roots.push(node)
      continue
    }
    const siblings = children.get(node.parentId)
    if (siblings) siblings.push(node)
    else children.set(node.parentId, [node])
  }
  return { roots, byId, children, folded }
}

/** What a search found: the matches, and everything that leads to them. */
export interface TreeFinds {
  readonly hits: ReadonlySet<string>
  readonly shown: ReadonlySet<string>
}

/** Finds nodes by name, however it is typed; null for an empty search. */
export function searchTree<N extends TreeNode>(index: TreeIndex<N>, text: string): TreeFinds | null {
  const words = foldedWords(text)
  if (words.length === 0) return null
  const hits = new Set<string>()
  const shown = new Set<string>()
  for (const [id, folded] of index.folded) {
    if (!answersSearch(folded, words)) continue
    hits.add(id)
    for (const above of [id, ...ancestors(index, id)]) shown.add(above)
  }
  return { hits, shown }
}

/** The ids above a node, the nearest first. */
export function ancestors<N extends TreeNode>(index: TreeIndex<N>, id: string): readonly string[] {
  const above: string[] = []
  for (let at = index.byId.get(id)?.parentId; at && index.byId.has(at); at = index.byId.get(at)?.parentId)
    above.push(at)
  return above
}

/** The ids of all nodes down to a level (1: the roots) that have children: what is open when one opens the tree to that depth. */
export function openTo<N extends TreeNode>(index: TreeIndex<N>, level: number): Set<string> {
  const open = new Set<string>()
  let layer = index.roots
  for (let depth = 1; depth <= level && layer.length > 0; depth += 1) {
    for (const node of layer) if (index.children.has(node.id)) open.add(node.id)
    layer = layer.flatMap((node) => index.children.get(node.id) ?? [])
  }
  return open
}

/** The lines to show, from the top. While searching only matches and what leads to them, all opened. */
export function treeRows<N extends TreeNode>(
  index: TreeIndex<N>,
  open: ReadonlySet<string>,
  finds: TreeFinds | null,
): readonly TreeRow<N>[] {
  const rows: TreeRow<N>[] = []
  const visit = (siblings: readonly N[], level: number): void => {
    const here = finds ? siblings.filter((node) => finds.shown.has(node.id)) : siblings
    for (const [at, node] of here.entries()) {
      const below = index.children.get(node.id)
      const leads = finds ? (below?.some((child) => finds.shown.has(child.id)) ?? false) : below !== undefined
      const isOpen = leads ? finds !== null || open.has(node.id) : undefined
      rows.push({
        node,
        level,
        position: at + 1,
        siblings: here.length,
        open: isOpen,
        hit: finds?.hits.has(node.id) ?? false,
      })
      if (isOpen && below) visit(below, level + 1)
    }
  }
  visit(index.roots, 1)
  return rows
}
