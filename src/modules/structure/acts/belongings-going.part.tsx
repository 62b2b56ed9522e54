import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { contains } from '#kernel/contract/dates.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { card } from '../card/card.contract.ts'
import { useWords } from '../say.part.tsx'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import { endsOriginals } from './compose.rules.ts'
import { allocated, type Target } from './targets.rules.ts'
import type { StepProps } from './wizard.rules.ts'

/** So many cards are asked for without a press: each original is one. */
const askedAtOnce = 25

/** Organs and counterparts of the originals: they end with their unit unless they are said to go elsewhere. */
export function BelongingsGoing(props: StepProps & { readonly targets: readonly Target[] }) {
  const t = useText(actTexts)
  const words = useWords()
  const { draft, book } = props
  const [asked, setAsked] = useState(false)
  const cells = new Set(words.terms?.types.filter(({ isCell }) => isCell).map(({ code }) => code))
  const originals = draft.originals.filter((id) => !cells.has(book.byId.get(id)?.type ?? ''))
  if (originals.length === 0) return null
  return (
    <section className={classes.belongings}>
      <h3>{t('belongings.title')}</h3>
      <p className="soft small">
        {t(draft.kind !== null && endsOriginals(draft.kind) ? 'belongings.help' : 'belongings.stay')}
      </p>
      {originals.length > askedAtOnce && !asked ? (
        <Button onClick={() => setAsked(true)}>{t('belongings.show', { count: originals.length })}</Button>
      ) : (
        originals.map((id) => <OfOne key={id} {...props} id={id} />)
      )}
    </section>
  )
}

function OfOne(props: StepProps & { readonly targets: readonly Target[]; readonly id: string }) {
  const t = useText(actTexts)
  const words = useWords()
  const { draft, onChange, day, id, book, targets } = props
  const { data } = useAnswer(card, { unitId: id, asOf: day })
  const stays = draft.kind !== null && !endsOriginals(draft.kind)
  const lines = (['organs', 'counterparts'] as const).flatMap((family) =>
    (data?.[family] ?? []).filter(({ valid }) => contains(valid, day)).map((thing) => ({ family, ...thing })),
  )
  if (lines.length === 0) return null
  return (
    <div className={classes.ofOne}>
      <h4>{book.byId.get(id)?.name}</h4>
      <ul>
        {lines.map(({ family, id: thing, name, kind }) => (
          <li key={thing}>
            <span>
              {name}
              <span className="soft"> · {words.kind(family === 'organs' ? 'organ' : 'counterpart', kind)}</span>
            </span>
            <NativeSelect
              size="sm"
              aria-label={t('belongings.to', { name })}
              value={draft[family][thing] ?? ''}
              data={[
                { value: '', label: t(stays ? 'belongings.stays' : 'belongings.ends') },
                ...targets.map((target) => ({
                  value: target.id,
                  label: t('allocation.moveTo', { name: target.name }),
                })),
              ]}
              onChange={(event) =>
                onChange({ [family]: allocated(draft[family], [thing], event.currentTarget.value || null) })
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
