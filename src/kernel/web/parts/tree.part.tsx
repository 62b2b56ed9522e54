import { Button, CloseButton, TextInput } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { SearchIcon } from './icons.tsx'
import classes from './tree.module.css'
import { moveInTree, type TreeMove } from './tree-keys.ts'
import { TreeLine } from './tree-line.part.tsx'
import { ancestors, indexTree, openTo, searchTree, type TreeNode, type TreeRow, treeRows } from './tree-model.ts'
import { usePrinting } from './use-printing.ts'

export type { TreeNode } from './tree-model.ts'

/** What a tree takes. */
export interface TreeProps<N extends TreeNode> {
  readonly nodes: readonly N[]
  /** What the tree is, for a screen reader: "Hệ thống tổ chức đảng ngày 31/12/2010". */
  readonly label: string
  /** What the figure at the right is: "chi bộ". */
  readonly figureLabel?: string
  /** The one that is shown beside the tree. */
  readonly selected?: string | null
  /** A node was chosen by mouse or Enter. */
  readonly onSelect?: (node: N) => void
  /** Several are chosen: each line has a box, and mouse, Enter and the space bar tick it. */
  readonly checked?: ReadonlySet<string>
  readonly onCheck?: (node: N, to: boolean) => void
  /** Levels open at first; 1 opens the roots. Not said: a single root is open, of several each stands in sight. */
  readonly openLevels?: number
  /** Height of the scrolled part, as CSS says it. */
  readonly height?: string
  /** Words for the search field; "Tìm trong cây tổ chức" when not said. */
  readonly searchLabel?: string
}

/**
 * A tree of any size that opens at once: only the visible lines exist. Search as one types; the keyboard as the ARIA tree pattern says
 * (arrows, Home, End, Page, `*`, Enter, letters). Each line shows one figure.
 */
export function Tree<N extends TreeNode>(props: TreeProps<N>) {
  const t = useText(texts)
  const id = useId()
  const printing = usePrinting()
  const { nodes, selected = null } = props
  const index = useMemo(() => indexTree(nodes), [nodes])
  const openLevels = props.openLevels ?? (index.roots.length > 1 ? 0 : 1)
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(null)
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text)
  const open = useMemo(() => opened ?? openTo(index, openLevels), [opened, index, openLevels])
  const finds = useMemo(() => searchTree(index, wanted), [index, wanted])
  const rows = useMemo(() => treeRows(index, open, finds), [index, open, finds])
  const [active, setActive] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 36,
    getItemKey: (at) => rows[at]?.node.id ?? at,
    overscan: printing ? rows.length : 12,
  })
  const found = active === null ? -1 : rows.findIndex((row) => row.node.id === active)
  const at = found >= 0 ? found : rows.length > 0 ? 0 : -1

  // What was chosen elsewhere is opened up to and brought into view.
  useEffect(() => {
    if (selected === null || !index.byId.has(selected)) return
    setActive(selected)
    setOpened((was) => new Set([...(was ?? openTo(index, openLevels)), ...ancestors(index, selected)]))
  }, [selected, index, openLevels])
  const selectedAt = rows.findIndex((row) => row.node.id === selected)
  const brought = useRef<string | null>(undefined)
  // Its line may come only after the lines above it were opened: then is the time. Once for each choice, so that opening and closing
  // lines or a search never moves what one is reading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is the same throughout
  useEffect(() => {
    if (brought.current === selected || (selected !== null && selectedAt < 0)) return
    const first = brought.current === undefined
    brought.current = selected
    if (selected !== null) virtual.scrollToIndex(selectedAt, { align: first ? 'center' : 'auto' })
  }, [selected, selectedAt])

  function goTo(next: number): void {
    const row = rows[next]
    if (!row) return
    setActive(row.node.id)
    virtual.scrollToIndex(next, { align: 'auto' })
  }

  function toggle(ids: readonly string[], to: boolean): void {
    const next = new Set(open)
    for (const one of ids) {
      if (to) next.add(one)
      else next.delete(one)
    }
    setOpened(next)
  }

  /** What choosing a line does: tick it where several are chosen, else open its page, else unfold it. */
  function choose(row: TreeRow<N>): void {
    setActive(row.node.id)
    if (props.onCheck) props.onCheck(row.node, !props.checked?.has(row.node.id))
    else if (props.onSelect) props.onSelect(row.node)
    else if (row.open !== undefined) toggle([row.node.id], !row.open)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 360) / 36) - 1)
    const move: TreeMove | null = moveInTree(event, rows, at, page, index)
    if (!move) return
    event.preventDefault()
    if (move.kind === 'go') goTo(move.to)
    else if (move.kind === 'toggle') toggle(move.ids, move.open)
    else if (rows[at]) choose(rows[at])
  }

  return (
    <div className={`${classes.tree} sheet`}>
      <div className={`${classes.tools} no-print`}>
        <TextInput
          size="sm"
          className={classes.search ?? ''}
          aria-label={props.searchLabel ?? t('tree.search')}
          placeholder={props.searchLabel ?? t('tree.search')}
          leftSection={<SearchIcon />}
          rightSection={
            text ? <CloseButton size="sm" aria-label={t('tree.clear')} onClick={() => setText('')} /> : undefined
          }
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              box.current?.focus()
            }
          }}
          autoComplete="off"
          spellCheck={false}
        />
        <span className={classes.count} role="status">
          {finds
            ? finds.hits.size > 0
              ? t('tree.found', { count: finds.hits.size })
              : t('tree.none')
            : (props.figureLabel ?? t('tree.count', { count: nodes.length }))}
        </span>
        {finds ? null : (
          <Button.Group>
            <Button size="compact-sm" onClick={() => setOpened(openTo(index, 99))}>
              {t('tree.all')}
            </Button>
            <Button size="compact-sm" onClick={() => setOpened(openTo(index, 1))}>
              {t('tree.close')}
            </Button>
          </Button.Group>
        )}
      </div>
      <div
        ref={box}
        role="tree"
        aria-label={props.label}
        aria-multiselectable={props.onCheck ? true : undefined}
        aria-activedescendant={at >= 0 ? `${id}-${rows[at]?.node.id}` : undefined}
        tabIndex={0}
        className={classes.box}
        style={{ height: printing ? 'auto' : (props.height ?? 'min(70dvh, 44rem)') }}
        onKeyDown={onKeyDown}
      >
        <div className={classes.space} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index]
            if (!row) return null
            return (
              <div
                key={item.key}
                ref={virtual.measureElement}
                data-index={item.index}
                className={classes.slot}
                style={{ transform: `translateY(${item.start}px)` }}
                role="presentation"
              >
                <TreeLine
                  id={`${id}-${row.node.id}`}
                  row={row}
                  search={finds ? wanted : ''}
                  active={item.index === at}
                  selected={row.node.id === selected}
                  onToggle={() => toggle([row.node.id], !row.open)}
                  {...(props.onCheck ? { checked: props.checked?.has(row.node.id) ?? false } : {})}
                  onChoose={() => choose(row)}
                />
              </div>
            )
          })}
        </div>
      </div>
    </div>
  )
}
