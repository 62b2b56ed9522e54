import { contains } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './card.module.css'
import { type Card, toldDay } from './history.rules.ts'
import { SaidSource } from './said-source.part.tsx'

type Belonging = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly valid: Card['organs'][number]['valid']
  readonly source: Card['organs'][number]['source']
}

/** The committee's own organs, and who stands over against it; those of the day first, the others with their time. */
export function Belongings({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  return (
    <>
      <Group title={t('card.organs')} rows={data.organs} family="organ" data={data} />
      <Group title={t('card.counterparts')} rows={data.counterparts} family="counterpart" data={data} />
    </>
  )
}

function Group(props: {
  readonly title: string
  readonly rows: readonly (Belonging & { readonly aliases?: readonly string[] })[]
  readonly family: 'organ' | 'counterpart'
  readonly data: Card
}) {
  const t = useText(structureTexts)
  const words = useWords()
  const format = useFormats()
  const day = toldDay(props.data)
  if (props.rows.length === 0) return null
  const sorted = [...props.rows].sort((a, b) => Number(contains(b.valid, day)) - Number(contains(a.valid, day)))
  return (
    <section className={classes.part}>
      <h3>{props.title}</h3>
      <ul className={classes.belongings}>
        {sorted.map((row) => {
          const here = contains(row.valid, day)
          const kind = words.kind(props.family, row.kind)
          const from = format.date(row.valid.from)
          return (
            <li key={row.id} data-away={!here || undefined}>
              <span>{row.name}</span>
              {kind && kind !== row.name ? <span className="soft"> · {kind}</span> : null}
              {row.aliases?.length ? (
                <span className="soft"> · {t('card.alsoCalled', { names: row.aliases.join('; ') })}</span>
              ) : null}
              {here ? null : (
                <span className="soft">
                  {' '}
                  (
                  {row.valid.until
                    ? t('period.fromUntil', { from, until: format.date(row.valid.until) })
                    : t('period.from', { from })}
                  )
                </span>
              )}{' '}
              <SaidSource source={row.source} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
