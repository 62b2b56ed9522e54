import { hrefOf } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { FigureCard } from '#kernel/web/parts/figure-card.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { figuresPath } from './addresses.rules.ts'
import { figures } from './figures/figures.contract.ts'
import { PublishedLine, PublishedSource } from './figures/published.part.tsx'
import { bestPublished, type Figures, headline, publishedUntil } from './figures/published.rules.ts'
import classes from './home.module.css'
import { useWords } from './say.part.tsx'
import { structureTexts } from './structure.text.ts'

/** The four figures of a unit on the day, each beside the published one that fits the day best. */
export function HomeFigures({ unitId, wanted }: { readonly unitId: string; readonly wanted: readonly string[] }) {
  const { asOf } = useAsOf()
  const counted = useAnswer(figures, { unitId, asOf }, { keep: true })
  return (
    <Answer of={counted} lines={5}>
      {(data) => (
        <div className={classes.figures} data-waiting={counted.isPlaceholderData || undefined}>
          {headline(data.measures, wanted, 4).map((one) => (
            <Figure key={one.measure} data={data} of={one} />
          ))}
        </div>
      )}
    </Answer>
  )
}

/** One figure of the day, with a published one and how the two stood on its own day. */
function Figure({ data, of }: { readonly data: Figures; readonly of: Figures['measures'][number] }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const { measure, computed, invented } = of
  const published = bestPublished(data.published, measure, data.asOf)
  const others = publishedUntil(data.published, measure, data.asOf).length - 1
  const through = (
    <PageLink className="small" href={hrefOf(figuresPath, { unitId: data.unitId }, { theo: measure })}>
      {others > 0 ? t('home.throughTimeOthers', { count: others }) : t('home.throughTime')}
    </PageLink>
  )
  if (!words.isCounted(measure)) {
    const said = published && {
      value: published.value,
      on: published.asOf,
      source: <PublishedSource figure={published} />,
      ...(published.qualifier === 'exact' ? {} : { qualifier: t(`qualifier.${published.qualifier}`) }),
    }
    return (
      <FigureCard
        label={words.measure(measure)}
        computed={null}
        uncounted={words.measureDefinition(measure)}
        published={said}
        note={published ? undefined : t('home.nonePublished')}
        action={through}
      />
    )
  }
  const date = format.date(data.asOf)
  return (
    <FigureCard
      label={words.measure(measure)}
      computed={computed}
      invented={invented}
      note={
        <>
          <span className={classes.line}>
            {computed === null
              ? t('home.noSource')
              : invented
                ? t('home.computedInvented', { date })
                : t('home.computed', { date })}
          </span>
          <span className={classes.line}>
            {published ? <PublishedLine figure={published} on={data.asOf} /> : t('home.nonePublished')}
          </span>
        </>
      }
      action={through}
    />
  )
}
