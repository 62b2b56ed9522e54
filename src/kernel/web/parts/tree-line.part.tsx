import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { Chip } from './chip.part.tsx'
import { FigureMark } from './figure-mark.part.tsx'
import { Highlight } from './highlight.part.tsx'
import { CheckIcon, DownIcon, RightIcon } from './icons.tsx'
import classes from './tree.module.css'
import type { TreeNode, TreeRow } from './tree-model.ts'

/** One line of a tree: its opener, its name, what is uncertain about it, its figure. */
export function TreeLine<N extends TreeNode>(props: {
  readonly id: string
  readonly row: TreeRow<N>
  readonly search: string
  readonly active: boolean
  readonly selected: boolean
  /** Said where several are chosen: the line has a box. */
  readonly checked?: boolean
  readonly onToggle: () => void
  readonly onChoose: () => void
}) {
  const t = useText(texts)
  const format = useFormats()
  const { row } = props
  const { node } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is the tree's own (arrows, Enter), by aria-activedescendant
    <div
      id={props.id}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.level}
      aria-setsize={row.siblings}
      aria-posinset={row.position}
      aria-expanded={row.open}
      aria-selected={props.checked === undefined ? props.selected : undefined}
      aria-checked={props.checked}
      data-active={props.active || undefined}
      data-leads={(props.search !== '' && !row.hit) || undefined}
      data-unsure={node.mark === 'no-source' || undefined}
      className={classes.line}
      style={{ '--level': row.level - 1 } as React.CSSProperties}
      onClick={props.onChoose}
    >
      {row.open === undefined ? (
        <span className={classes.leaf} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same
        // biome-ignore lint/a11y/noStaticElementInteractions: a help for the mouse; the line itself carries aria-expanded
        <span
          className={classes.opener}
          onClick={(event) => {
            event.stopPropagation()
            props.onToggle()
          }}
        >
          {row.open ? <DownIcon size="1em" /> : <RightIcon size="1em" />}
        </span>
      )}
      {props.checked === undefined ? null : (
        <span className={classes.tick}>{props.checked ? <CheckIcon size="0.85em" /> : null}</span>
      )}
      <span className={classes.name}>
        <Highlight text={node.name} search={props.search} />
        {node.note ? <span className={classes.note}>{node.note}</span> : null}
        {node.mark === 'no-source' ? <Chip tone="unsure">{t('tree.noSource')}</Chip> : null}
        {node.mark === 'invented' ? <Chip tone="invented">{t('tree.invented')}</Chip> : null}
      </span>
      <span className={classes.figure}>
        <FigureMark invented={node.figureInvented ?? false}>
          {typeof node.figure === 'number' ? format.number(node.figure) : (node.figure ?? '')}
        </FigureMark>
      </span>
    </div>
  )
}
