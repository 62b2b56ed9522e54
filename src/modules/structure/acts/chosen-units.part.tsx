import { Button, CloseButton } from '@mantine/core'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import type { EnteredKind } from '../words.contract.ts'
import { actTexts } from './acts.text.ts'
import { type Book, pathOf } from './book.rules.ts'
import classes from './wizard.module.css'

/** The units chosen, each with where it stands. */
export function ChosenUnits(props: {
  readonly book: Book
  readonly day: PlainDate
  readonly kind: EnteredKind
  readonly ids: readonly string[]
  readonly onRemove: (id: string) => void
  readonly onClear: () => void
}) {
  const t = useText(actTexts)
  const words = useWords()
  const format = useFormats()
  const { book, day, ids } = props
  return (
    <section className={classes.chosen} aria-label={t('wizard.chosen')}>
      <header>
        <h3>
          {t('wizard.chosen')} <span className="soft">{format.number(ids.length)}</span>
        </h3>
        {ids.length > 1 ? (
          <Button size="compact-sm" onClick={props.onClear}>
            {t('wizard.clear')}
          </Button>
        ) : null}
      </header>
      {ids.length === 0 ? (
        <p className="soft">{t(`choose.${props.kind}`)}</p>
      ) : (
        <ul>
          {ids.map((id) => {
            const unit = book.byId.get(id)
            return (
              <li key={id}>
                <div>
                  {unit ? (
                    unit.name
                  ) : (
                    <span className={classes.away}>{t('wizard.away', { date: format.date(day) })}</span>
                  )}
                  {unit ? <span className="soft"> · {words.shortType(unit.type, day)}</span> : null}
                  <small>{pathOf(book, id).join(' › ')}</small>
                </div>
                <CloseButton
                  size="sm"
                  aria-label={t('wizard.remove', { name: unit?.name ?? '' })}
                  onClick={() => props.onRemove(id)}
                />
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
