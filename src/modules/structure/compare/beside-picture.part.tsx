import { useMemo } from 'react'
import { useFormats, useText } from '#kernel/web/language.ts'
import { structureTexts } from '../structure.text.ts'
import { layBeside } from './beside-layout.rules.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { Hatch, type KeyMark, PictureKey, Words } from './picture-parts.part.tsx'
import { layKey } from './picture-words.rules.ts'
import { useSayCompared } from './say-compared.part.tsx'
import type { BesideRow, Compared } from './sums.rules.ts'

/** Cells of the first day under each direct subordinate: by the tree then above, by the tree now below it. */
export function BesidePicture(props: {
  readonly data: Compared
  readonly rows: readonly BesideRow[]
  readonly width: number
  readonly size: number
  readonly label: string
}) {
  const { data, rows, width, size } = props
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const say = useSayCompared()
  const invented = data.thenAndNow.some((row) => row.invented)
  const key = layKey<KeyMark>(
    [
      { mark: 'then', words: t('key.then', { date: format.date(data.from) }) },
      { mark: 'now', words: t('key.then', { date: format.date(data.until) }) },
      ...(data.gone > 0 ? [{ mark: 'gone' as const, words: t('key.gone') }] : []),
      ...(invented ? [{ mark: 'star' as const, words: t('key.invented') }] : []),
    ],
    width,
    size,
  )
  const beside = useMemo(() => {
    const figure = (value: number, star: boolean) => `${format.number(value)}${star && value > 0 ? '*' : ''}`
    return layBeside({
      lines: rows.map((row) => ({
        key: row.unit.id,
        name: row.unit.name ?? s('unit.nameless'),
        before: row.byTreeThen,
        after: row.byTreeNow,
        beforeFigure: figure(row.byTreeThen, row.invented),
        afterFigure:
          figure(row.byTreeNow, row.invented) + (row.difference === 0 ? '' : ` (${say.signed(row.difference)})`),
      })),
      gone: data.gone > 0 ? { value: data.gone, figure: figure(data.gone, invented), name: t('beside.gone') } : null,
      width,
      top: key.height + size * 0.4,
      size,
    })
  }, [data, rows, width, size, key.height, invented, t, s, format, say])
  return (
    <svg
      viewBox={`0 0 ${Math.ceil(beside.width)} ${Math.ceil(beside.height)}`}
      width={Math.ceil(beside.width)}
      height={Math.ceil(beside.height)}
      role="img"
      aria-label={props.label}
      className={classes.picture}
      fontSize={size}
    >
      <Hatch />
      <PictureKey places={key.places} size={size} />
      {beside.bars.map((bar) => (
        <rect
          key={bar.key}
          className={classes.bar}
          data-side={bar.side}
          x={bar.x}
          y={bar.y}
          width={bar.width}
          height={bar.height}
        />
      ))}
      <path d={beside.base} className={classes.base} />
      <Words texts={beside.texts} size={size} />
    </svg>
  )
}
