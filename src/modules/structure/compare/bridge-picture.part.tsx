import { useMemo } from 'react'
import { useFormats, useText } from '#kernel/web/language.ts'
import { upperFirst } from '../first-letter.rules.ts'
import { structureTexts } from '../structure.text.ts'
import type { BridgeStep } from './bridge.rules.ts'
import { layBridge } from './bridge-layout.rules.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { Hatch, type KeyMark, PictureKey, Words } from './picture-parts.part.tsx'
import { layKey } from './picture-words.rules.ts'
import { useSayCompared } from './say-compared.part.tsx'
import type { Compared, Sum } from './sums.rules.ts'

/** How the total of the first day became that of the second: a bar for either, and in between what was added and taken. */
export function BridgePicture(props: {
  readonly data: Compared
  readonly sum: Sum
  readonly steps: readonly BridgeStep[]
  readonly width: number
  readonly size: number
  readonly label: string
}) {
  const { data, sum, steps, width, size } = props
  const t = useText(compareTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const say = useSayCompared()
  const key = layKey<KeyMark>(
    [
      { mark: 'total', words: t('key.total') },
      { mark: 'came', words: t('key.came') },
      { mark: 'went', words: t('key.went') },
      ...(sum.invented ? [{ mark: 'star' as const, words: t('key.invented') }] : []),
    ],
    width,
    size,
  )
  const bridge = useMemo(() => {
    const station = (on: Compared['from'], value: number) => ({
      value,
      figure: `${format.number(value)}${sum.invented && value > 0 ? '*' : ''}`,
      name: format.date(on),
    })
    return layBridge({
      before: station(data.from, sum.before),
      after: station(data.until, sum.after),
      steps: steps.map(({ key: id, act, kind, acts, came, went }) => ({
        key: id,
        name: kind ? upperFirst(s(`act.${kind}`)) : upperFirst(t('bridge.noAct')),
        note: act
          ? [say.day(act), act.act?.decision?.symbol].filter(Boolean).join(', ')
          : t('bridge.acts', { count: acts }),
        came,
        went,
      })),
      width,
      top: key.height,
      size,
      number: format.number,
    })
  }, [data, sum, steps, width, size, key.height, t, s, format, say])
  return (
    <svg
      viewBox={`0 0 ${Math.ceil(bridge.width)} ${Math.ceil(bridge.height)}`}
      width={Math.ceil(bridge.width)}
      height={Math.ceil(bridge.height)}
      role="img"
      aria-label={props.label}
      className={classes.picture}
      fontSize={size}
    >
      <Hatch />
      <PictureKey places={key.places} size={size} />
      {bridge.levels.map((path) => (
        <path key={path} d={path} className={classes.level} />
      ))}
      {bridge.bars.map((bar) => (
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
      {bridge.joins.map((path) => (
        <path key={path} d={path} className={classes.join} />
      ))}
      {bridge.breaks.map((path) => (
        <path key={path} d={path} className={classes.break} />
      ))}
      <Words texts={bridge.texts} size={size} />
    </svg>
  )
}
