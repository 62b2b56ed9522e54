import { Button } from '@mantine/core'
import { useState } from 'react'
import { addDays, dayIn, type PlainDate } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { knownOnKey } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { useSession } from '#kernel/web/session.ts'
import { actTexts } from '../acts/acts.text.ts'
import { reorganisePath, treePath, unitPath } from '../addresses.rules.ts'
import { CompareAct } from '../compare/compare-link.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './act.module.css'
import type { EnteredAct } from './act-facts.part.tsx'
import { goneOf } from './annex.rules.ts'
import { RevokeDialog } from './revoke.part.tsx'
import { UndoDialog } from './undo.part.tsx'

/** What can be done about an act, as far as the reader may; the tree on both sides of its day, and as it was recorded before this entry. */
export function ActDeeds({ data }: { readonly data: EnteredAct }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const { today } = useSession()
  const format = useFormats()
  const go = useGo()
  const [asked, setAsked] = useState<'undo' | 'revoke' | null>(null)
  const on = data.effective.on
  const gone = goneOf(data)
  const above = data.units.find(({ parent }) => parent && parent.name !== null && !gone.has(parent.id))?.parent
  const tree = (ngay: string) => hrefOf(above ? unitPath : treePath, above ? { unitId: above.id } : {}, { ngay })
  const before = recordedBefore(data.enteredAt, today)
  // A unit that stood before the act tells on its card what was recorded of it; one that the act opened was not known yet.
  const told = data.units.find(({ unit, part }) => part !== 'opened' && unit.name !== null)?.unit ?? above
  const then = hrefOf(told ? unitPath : treePath, told ? { unitId: told.id } : {}, { ngay: on, [knownOnKey]: before })
  return (
    <div className={`${classes.deeds} no-print`}>
      <Button onClick={() => void go(tree(addDays(on, -1)))}>
        {t('entered.before', { date: format.date(addDays(on, -1)) })}
      </Button>
      <Button onClick={() => void go(tree(on))}>{t('entered.on', { date: format.date(on) })}</Button>
      <Button onClick={() => void go(then)}>{s('act.recordedBefore', { date: format.date(before) })}</Button>
      <CompareAct data={data} />
      {data.may.includes('structure.correct-act') && data.input ? (
        <Button onClick={() => void go(hrefOf(reorganisePath, {}, { 'dinh-chinh': data.id }))}>
          {t('act.correct')}
        </Button>
      ) : null}
      {data.may.includes('structure.undo-act') ? (
        <Button onClick={() => setAsked('undo')}>{t('act.undo')}</Button>
      ) : null}
      {data.may.includes('structure.revoke-act') ? (
        <Button onClick={() => setAsked('revoke')}>{t('act.revoke')}</Button>
      ) : null}
      {asked === 'undo' ? <UndoDialog data={data} onClose={() => setAsked(null)} /> : null}
      {asked === 'revoke' ? <RevokeDialog data={data} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

/**
 * The last day on which this entry, or its last correction, was not recorded yet, on the calendar of this browser as every moment on the
 * screen is; today where the entry is of later than that (a demo's day stands still).
 */
function recordedBefore(enteredAt: string, today: PlainDate): PlainDate {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const before = addDays(dayIn(timeZone, new Date(enteredAt)), -1)
  return before < today ? before : today
}
