import { Button } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
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

/** Who went on in whom through time, with its table one click away. Folded away, it stays so in this browser. */
export function LineageFrame({ unitId, within }: { readonly unitId: string; readonly within?: 'card' }) {
  const foldedKey = within ? `lineage-folded.${within}` : 'lineage-folded'
  const t = useText(structureTexts)
  const [folded, setFolded] = useState(remembered(foldedKey) === 'yes')
  const answer = useAnswer(lineage, { unitId }, { keep: true })
  const fold = (to: boolean) => {
    setFolded(to)
    remember(foldedKey, to ? 'yes' : null)
  }
  if (folded) {
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
      {(data) => <Drawn key={data.unitId} data={data} onFold={() => fold(true)} />}
    </Answer>
  )
}

function Drawn({ data, onFold }: { readonly data: Lineage; readonly onFold: () => void }) {
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
  const name = data.units.find((unit) => unit.id === data.unitId)?.stretches.at(-1)?.name ?? t('unit.nameless')
  return (
    <div ref={ref} className={classes.frame}>
      <PictureFrame
        title={t('lineage.title')}
        description={t('lineage.description', { name, count: data.units.length - 1 })}
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
function Foot(props: { readonly data: Lineage; readonly pointed: string | null; readonly onFold: () => void }) {
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
      <button type="button" className={classes.fold} onClick={props.onFold}>
        {t('lineage.fold')}
      </button>
    </div>
  )
}

function sayMark(
  mark: EventMark,
  say: ReturnType<typeof useSayDate>,
  t: ReturnType<typeof useText<keyof typeof structureTexts.vi>>,
): string {
  if (mark.count > 1) return t('lineage.unknownActs', { count: mark.count })
  return [say({ on: mark.on, precision: mark.precision }), ...mark.symbols].join(' · ')
}
