import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { InputOf } from '#kernel/contract/contract.ts'
import { hrefOf, useAddress, useGo } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { Answer, EmptyState } from '#kernel/web/parts/states.part.tsx'
import { Tree, type TreeNode } from '#kernel/web/parts/tree.part.tsx'
import { unitPath } from '../addresses.rules.ts'
import { NotRecorded } from '../not-recorded.part.tsx'
import { useWords, type Words } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { TreeFigure, type TreeUnit, tree } from './tree.contract.ts'
import classes from './tree.module.css'

/** The tree's own state in the address: which figure (`so`), which type (`loai`). */
export const treeAddress = { so: 'cells', loai: '' }

/** What the address asks of the tree; a screen that soon shows the tree asks it ahead. */
export function useTreeInput(): InputOf<typeof tree> & { readonly figure: TreeFigure } {
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const [view] = useAddress(treeAddress)
  const types = view.loai === '' ? {} : { types: [view.loai] }
  return { asOf, knownOn, figure: TreeFigure.catch('cells').parse(view.so), ...types }
}

/** The tree of the day with one figure per unit, filtered by type; choosing a unit goes to its address. */
export function UnitTree({ selected, height }: { readonly selected: string | null; readonly height: string }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const go = useGo()
  const words = useWords()
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const [view, setView] = useAddress(treeAddress)
  const input = useTreeInput()
  const { figure } = input
  const answer = useAnswer(tree, input, { keep: true })
  const units = answer.data?.units
  const nodes = useMemo(() => (units ? nodesOf(units, words, t('figures.noSource')) : []), [units, words, t])
  const invented = units?.filter((unit) => unit.illustrative).length ?? 0
  const marked = nodes.some(({ figureInvented }) => figureInvented)
  return (
    <div className={classes.tree} data-waiting={answer.isPlaceholderData || undefined}>
      <div className={`${classes.choices} no-print`}>
        <NativeSelect
          size="sm"
          label={t('tree.figure')}
          value={figure}
          data={TreeFigure.options.map((value) => ({ value, label: t(`tree.figure.${value}`) }))}
          onChange={(event) => setView({ so: event.currentTarget.value })}
        />
        <NativeSelect
          size="sm"
          label={t('tree.type')}
          value={view.loai}
          data={[
            { value: '', label: t('tree.allTypes') },
            ...typesOn(words, asOf).map((code) => ({ value: code, label: words.shortType(code, asOf) })),
          ]}
          onChange={(event) => setView({ loai: event.currentTarget.value })}
        />
      </div>
      <Answer
        of={answer}
        lines={12}
        isEmpty={(data) => data.units.length === 0}
        empty={
          knownOn && view.loai === '' ? (
            <NotRecorded what="none" knownOn={knownOn} />
          ) : (
            <EmptyState
              title={t(view.loai === '' ? 'tree.nothing' : 'tree.noneOfType', { date: format.date(asOf) })}
              detail={t('tree.nothing.detail')}
            />
          )
        }
      >
        {() => (
          <>
            {invented > nodes.length / 2 ? (
              <p className={classes.invented}>{t('tree.invented', { count: invented })}</p>
            ) : null}
            {marked ? <FigureNote>{t('figures.inventedNote')}</FigureNote> : null}
            <Tree
              nodes={nodes}
              label={t('tree.label', { date: format.date(asOf) })}
              figureLabel={t(`tree.figureOf.${figure}`)}
              selected={selected}
              height={height}
              onSelect={(node) =>
                void go(hrefOf(unitPath, { unitId: node.id }, { so: addressOf(view.so, 'cells'), loai: view.loai }))
              }
            />
          </>
        )}
      </Answer>
    </div>
  )
}

function addressOf(value: string, usual: string): string {
  return value === usual ? '' : value
}

/** Types that exist on a day, in the frame's order. */
function typesOn(words: Words, asOf: string): readonly string[] {
  const here =
    words.terms?.types.filter(({ valid }) => valid.from <= asOf && (valid.until === null || asOf < valid.until)) ?? []
  return [...new Set(here.map(({ code }) => code))]
}

/**
 * Units as lines. Where most of what is shown is invented, one sentence over the tree says so; the mark at each line is kept for the
 * days on which both kinds stand side by side.
 */
function nodesOf(units: readonly TreeUnit[], words: Words, noSource: string): readonly TreeNode[] {
  const invented = units.filter((unit) => unit.illustrative).length
  const mostly = invented > units.length / 2
  const cells = new Set(words.terms?.types.filter(({ isCell }) => isCell).map(({ code }) => code))
  return units.map((unit) => ({
    id: unit.id,
    parentId: unit.parentId,
    name: unit.name,
    figure: figureOf(unit, cells.has(unit.type), noSource),
    figureInvented: unit.figureInvented && unit.figure !== null && unit.figure > 0,
    mark: !unit.covered ? 'no-source' : unit.illustrative && !mostly ? 'invented' : undefined,
  }))
}

/** What stands at the right: nothing at a cell that has nothing below, a word where no source says what there was to count. */
function figureOf(unit: TreeUnit, isCell: boolean, noSource: string): number | string | undefined {
  if (unit.figure === null) return unit.covered && !isCell ? noSource : undefined
  return unit.figure === 0 && isCell ? undefined : unit.figure
}
