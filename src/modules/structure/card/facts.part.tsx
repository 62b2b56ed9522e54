import { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './card.module.css'
import { type Card, factsOn, toldDay } from './history.rules.ts'
import { SaidSource } from './said-source.part.tsx'

type Fact = Card['facts'][number]

/** The decision of the founding as a fact tells it, where no act cites one. */
export function foundingFact(data: Card): Fact | undefined {
  return data.establishedBy ? undefined : data.facts.find(({ kind }) => kind === 'founding_decision')
}

/** The facts of the day, each with its source; those of other days are folded away under them. */
export function FactRows({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const shown = foundingFact(data)
  const facts = data.facts.filter((fact) => fact !== shown)
  const { now, other } = factsOn({ ...data, facts }, toldDay(data))
  const kinds = [...new Set(now.map(({ kind }) => kind))].sort((a, b) => Number(b === 'seat') - Number(a === 'seat'))
  return (
    <>
      {kinds.map((kind) => (
        <FactRow key={kind} label={words.kind('fact', kind)} facts={now.filter((fact) => fact.kind === kind)} />
      ))}
      {other.length > 0 ? (
        <>
          <dt>{t('card.otherFacts')}</dt>
          <dd>
            <details className={classes.more}>
              <summary>{t('card.otherFactsCount', { count: other.length })}</summary>
              {other.map((fact) => (
                <div key={`${fact.kind} ${fact.valid.from} ${fact.value}`}>
                  <span className="soft">{words.kind('fact', fact.kind)}: </span>
                  <FactValue fact={fact} /> <FactTime fact={fact} /> <SaidSource source={fact.source} />
                </div>
              ))}
            </details>
          </dd>
        </>
      ) : null}
    </>
  )
}

function FactRow({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {facts.map((fact) => (
          <div key={`${fact.valid.from} ${fact.value}`}>
            <FactValue fact={fact} /> <SaidSource source={fact.source} />
          </div>
        ))}
      </dd>
    </>
  )
}

/** A fact's value as its kind means it: a day, yes or no, a choice by its name, else the text. */
function FactValue({ fact }: { readonly fact: Fact }) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const kind = words.terms?.kinds.find(({ family, code }) => family === 'fact' && code === fact.kind)
  if (kind?.valueType === 'boolean') return t(fact.value === 'true' ? 'fact.yes' : 'fact.no')
  if (kind?.valueType === 'integer') return format.number(Number(fact.value))
  if (kind?.valueType === 'choice') return words.kind('agency', fact.value)
  const day = PlainDate.safeParse(fact.value)
  return kind?.valueType === 'date' && day.success ? format.date(day.data) : fact.value
}

function FactTime({ fact }: { readonly fact: Fact }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const from = format.date(fact.valid.from)
  const words = fact.valid.until
    ? t('period.fromUntil', { from, until: format.date(fact.valid.until) })
    : t('period.from', { from })
  return <span className="soft">({words})</span>
}
