import { hrefOf } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { figuresPath, unitPath } from './addresses.rules.ts'
import { card } from './card/card.contract.ts'
import { type Card, toldDay } from './card/history.rules.ts'
import { StateNotice } from './card/state-notice.part.tsx'
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
  const superior = data.path.at(-1)
  return (
    <>
      <h3 className={classes.mine}>
        <UnitRef unit={{ id: data.id, name: data.now.name }} />
      </h3>
      <p className="soft">{words.type(data.now.type, toldDay(data))}</p>
      <StateNotice data={data} />
      <dl className="facts">
        {superior ? (
          <>
            <dt>{t('card.parent')}</dt>
            <dd>
              <UnitRef unit={superior} />
            </dd>
          </>
        ) : null}
        <dt>{t('card.direct')}</dt>
        <dd>
          {data.state === 'alive' ? (
            <Subordinates data={data} />
          ) : (
            <span className="soft">{t('card.noneThatDay')}</span>
          )}
        </dd>
      </dl>
    </>
  )
}

function Subordinates({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const whole = data.direct.reduce((sum, { units }) => sum + units, 0)
  const answer = useAnswer(
    tree,
    { asOf: data.asOf, under: data.id, levels: 1, figure: 'cells' },
    { keep: true, enabled: whole > 0 },
  )
  if (whole === 0) return <span className="soft">{t('card.noDirect')}</span>
  const below = (answer.data?.units ?? []).filter((unit) => unit.id !== data.id)
  return (
    <>
      {data.direct.map((counted) => words.count(counted, data.asOf)).join(', ')}
      <ul className={classes.below}>
        {below.slice(0, mostNamed).map((unit) => (
          <li key={unit.id}>
            <UnitRef unit={unit} />
            {unit.figure > 0 ? <span className="soft">{t('home.cells', { count: unit.figure })}</span> : null}
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
