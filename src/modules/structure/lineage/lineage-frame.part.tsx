import { Button } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useText } from '#kernel/web/language.ts'
import { PictureFrame } from '#kernel/web/parts/picture-frame.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { remember, remembered } from '#kernel/web/preferences.ts'
import { useSayDate, useSayPeriod, useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { EventMark } from './events.rules.ts'
import { lineage } from './lineage.contract.ts'
import classes from './lineage.module.css'
import { LineageKey } from './lineage-key.part.tsx'
import { LineagePicture } from './lineage-picture.part.tsx'
import { LineageTable } from './lineage-table.part.tsx'
import { type Lineage, layPicture } from './picture.rules.ts'

/** Whether a lineage is folded away, kept in this browser. */
export interface Fold {
  readonly folded: boolean
  readonly fold: (to: boolean) => void
}

/** Beside the tree, which comes first there, the lineage is folded until a person opens it; elsewhere it is open until folded. */
export function useLineageFold(within?: 'card' | 'tree'): Fold {
  const key = within ? `lineage-folded.${within}` : 'lineage-folded'
  const usually = within === 'tree'
  const [folded, setFolded] = useState(usually ? remembered(key) !== 'no' : remembered(key) === 'yes')
  const fold = (to: boolean) => {
    setFolded(to)
    remember(key, to === usually ? null : to ? 'yes' : 'no')
  }
  return { folded, fold }
}

/** Who went on in whom through time, with its table one click away. Folded it is a slim band, or nothing where `by` has its own button. */
export function LineageFrame(props: { readonly unitId: string; readonly within?: 'card'; readonly by?: Fold }) {
  const { unitId, within, by } = props
  const t = useText(structureTexts)
  const own = useLineageFold(within)
  const { folded, fold } = by ?? own
  const { knownOn } = useKnownOn()
  const answer = useAnswer(lineage, { unitId, knownOn }, { keep: true, enabled: !folded })
  if (folded) {
    if (by) return null
    return (
      <div className={`${classes.folded} sheet no-print`}>
        <b>{t('lineage.title')}</b>
        <Button size="compact-sm" aria-expanded={false} onClick={() => fold(false)}>
          {t('lineage.unfold')}
        </Button>
      </div>
    )
  }
  return (
    <Answer of={answer} lines={5}>
      {(data) => <Drawn key={data.unitId} data={data} onFold={by ? undefined : () => fold(true)} />}
    </Answer>
  )
}

function Drawn({ data, onFold }: { readonly data: Lineage; readonly onFold: (() => void) | undefined }) {
  const t = useText(structureTexts)
  const { asOf, today } = useAsOf()
  const sayDate = useSayDate()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const { ref, width } = useElementSize()
  const [pointed, setPointed] = useState<string | null>(null)
  const size = phone ? 15 : 12.5
  const until: PlainDate = asOf > today ? asOf : today
  const room = Math.max(width - 34, 320)
  const picture = useMemo(
    () =>
      layPicture({
        lineage: data,
        until,
        width: room,
        size,
        nameless: t('unit.nameless'),
        say: (mark) => sayMark(mark, sayDate, t),
      }),
    [data, until, room, size, t, sayDate],
  )
  const name = nameOf(data, t)
  return (
    <div ref={ref} className={classes.frame}>
      <PictureFrame
        title={t('lineage.title')}
        description={description(data, t)}
        name={t('lineage.file')}
        table={<LineageTable data={data} />}
      >
        {width > 0 ? (
          <LineagePicture
            picture={picture}
            asOf={asOf}
            size={size}
            label={t('lineage.label', { name })}
            onPoint={setPointed}
          />
        ) : null}
      </PictureFrame>
      <Foot data={data} pointed={pointed} onFold={onFold} />
    </div>
  )
}

/** What is pointed at, in words; else the key of the picture. */
function Foot(props: {
  readonly data: Lineage
  readonly pointed: string | null
  readonly onFold: (() => void) | undefined
}) {
  const t = useText(structureTexts)
  const words = useWords()
  const say = useSayPeriod()
  const { data, pointed } = props
  const unit = data.units.find(({ id }) => id === pointed)
  return (
    <div className={`${classes.foot} no-print`}>
      {unit ? (
        <span className={classes.pointed}>
          <b>{[...new Set(unit.stretches.map(({ name }) => name ?? t('unit.nameless')))].join(' → ')}</b>{' '}
          <span className="soft">
            {words.type(unit.stretches.at(-1)?.type ?? '', unit.life.from)}, {say(unit.life)}
          </span>
        </span>
      ) : (
        <LineageKey
          dotted={data.units.some((one) => one.stretches.some(({ covered }) => !covered))}
          invented={data.units.some(({ illustrative }) => illustrative)}
        />
      )}
      {props.onFold ? (
        <button type="button" className={classes.fold} onClick={props.onFold}>
          {t('lineage.fold')}
        </button>
      ) : null}
    </div>
  )
}

type Saying = ReturnType<typeof useText<keyof typeof structureTexts.vi>>

function nameOf(data: Lineage, t: Saying): string {
  return data.units.find((unit) => unit.id === data.unitId)?.stretches.at(-1)?.name ?? t('unit.nameless')
}

/** How many forerunners and successors the picture shows; a unit without any says so. */
function description(data: Lineage, t: Saying): string {
  const count = data.units.length - 1
  const key = count === 0 ? 'lineage.description.none' : count === 1 ? 'lineage.description.one' : 'lineage.description'
  return t(key, { name: nameOf(data, t), count })
}

function sayMark(mark: EventMark, say: ReturnType<typeof useSayDate>, t: Saying): string {
  if (mark.count > 1) return t('lineage.unknownActs', { count: mark.count })
  return [say({ on: mark.on, precision: mark.precision }), ...mark.symbols].join(' · ')
}
