import { hrefOf } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureMark } from '#kernel/web/parts/figure-mark.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { figuresPath, unitPath } from './addresses.rules.ts'
import { card } from './card/card.contract.ts'
import { DirectSubordinates } from './card/direct.part.tsx'
import { type Card, toldDay } from './card/history.rules.ts'
import classes from './home.module.css'
import { useWords } from './say.part.tsx'
import { structureTexts } from './structure.text.ts'
import { tree } from './tree/tree.contract.ts'
import { UnitRef } from './unit-ref.part.tsx'

/** So many direct subordinates are named; the rest is one press away. */
const mostNamed = 12

/** The person's own unit: its direct superior above it, its direct subordinates below, each with its cells. */
export function MyUnit({ unitId }: { readonly unitId: string }) {
  const t = useText(structureTexts)
  const { asOf } = useAsOf()
  const answer = useAnswer(card, { unitId, asOf }, { keep: true })
  return (
    <Section title={t('home.myUnit')}>
      <div className="sheet padded">
        <Answer of={answer}>{(data) => <Mine data={data} />}</Answer>
      </div>
    </Section>
  )
}

function Mine({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const superior = data.path.at(-1)
  const name = data.now.name ?? t('unit.nameless')
  return (
    <>
      <h3 className={classes.mine}>
        <UnitRef unit={{ id: data.id, name: data.now.name }} />
      </h3>
      <p className="soft">{words.type(data.now.type, toldDay(data))}</p>
      {data.state === 'alive' ? null : <p>{t(`lead.${data.state}`, { date: format.date(data.asOf), name })}</p>}
      <dl className="facts">
        {superior ? (
          <>
            <dt>{t('card.parent')}</dt>
            <dd>
              <UnitRef unit={superior} />
            </dd>
          </>
        ) : null}
        {data.state === 'alive' ? (
          <>
            <dt>{t('card.direct')}</dt>
            <dd>
              <DirectSubordinates data={data} />
              <Subordinates data={data} />
            </dd>
          </>
        ) : null}
      </dl>
    </>
  )
}

function Subordinates({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const whole = (data.direct ?? []).reduce((sum, { units }) => sum + units, 0)
  const answer = useAnswer(
    tree,
    { asOf: data.asOf, under: data.id, levels: 1, figure: 'cells' },
    { keep: true, enabled: whole > 0 },
  )
  if (whole === 0) return null
  const below = (answer.data?.units ?? []).filter((unit) => unit.id !== data.id)
  return (
    <>
      <ul className={classes.below}>
        {below.slice(0, mostNamed).map((unit) => (
          <li key={unit.id}>
            <UnitRef unit={unit} />
            <span className="soft">
              {unit.figure === null ? t('figures.noSource') : null}
              {unit.figure ? (
                <>
                  <FigureMark invented={unit.figureInvented}>{format.number(unit.figure)}</FigureMark> {t('home.cells')}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.links}>
        {below.length > mostNamed ? (
          <PageLink href={hrefOf(unitPath, { unitId: data.id })}>{t('home.all', { count: below.length })}</PageLink>
        ) : null}
        <PageLink href={hrefOf(figuresPath, { unitId: data.id })}>{t('card.figures')}</PageLink>
      </p>
    </>
  )
}
