import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import type { Card } from '../card/history.rules.ts'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import { type Compared, type Countable, sumOf } from './sums.rules.ts'

/** "Từ 31/12/2022 đến 31/12/2023: 5.665 chi bộ thành 5.529: thêm 108, bớt 244; 116 việc sắp xếp." */
export function CompareSum({ data, counted }: { readonly data: Compared; readonly counted: Countable | undefined }) {
  const t = useText(compareTexts)
  const format = useFormats()
  const say = useSayCompared()
  const days = { from: format.date(data.from), until: format.date(data.until) }
  const { before, after, came, went, invented } = sumOf(
    data,
    counted?.types ?? new Set(data.totals.map(({ type }) => type)),
  )
  const what = say.within(counted)
  const known = data.acts.filter(({ act }) => act !== null).length
  const unknown = new Set(data.acts.filter(({ act }) => act === null).map(({ on }) => on)).size
  const acts = known === 0 ? t('sum.actsNone') : known === 1 ? t('sum.actsOne') : t('sum.acts', { count: known })
  const marked = (value: number) => <FigureMark invented={invented && value > 0}>{format.number(value)}</FigureMark>
  return (
    <p className={classes.sum}>
      {!data.covered.from || !data.covered.until ? (
        <>
          {t('sum.notCompared', days)}
          {acts}
        </>
      ) : (
        <>
          {t('sum.days', days)}
          <b>{marked(before)}</b>
          {before === after && came === 0 ? (
            t('sum.same', { what })
          ) : (
            <>
              {t('sum.became', { what })}
              <b>{marked(after)}</b>
              {t('sum.steps', { came, went })}
            </>
          )}
          {acts}
        </>
      )}{' '}
      {unknown > 0 ? t('sum.unexplained', { count: unknown }) : null}
    </p>
  )
}

/** What must be known before reading: the unit did not live on a day, or no source says what stood below it. */
export function CompareNotices(props: {
  readonly data: Compared
  readonly life: Card['life'] | undefined
  readonly name: string
  /** Nothing is told below: that no source tells is said there. */
  readonly nothing?: boolean
}) {
  const t = useText(compareTexts)
  const format = useFormats()
  const { data, life, name, nothing = false } = props
  const said = (['from', 'until'] as const).flatMap((side) => {
    const day = data[side]
    const date = format.date(day)
    if (life && day < life.from) return [t('state.notYet', { date, name })]
    if (life?.until && life.until <= day) return [t('state.ended', { date, name })]
    return data.covered[side] || nothing ? [] : [t('state.noSource', { date })]
  })
  return said.map((sentence) => (
    <p key={sentence} className={classes.notice}>
      {sentence}
    </p>
  ))
}
