import { Button } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { actTexts } from '../acts/acts.text.ts'
import { reorganisePath, treePath, unitPath } from '../addresses.rules.ts'
import classes from './act.module.css'
import type { EnteredAct } from './act-facts.part.tsx'
import { RevokeDialog } from './revoke.part.tsx'
import { UndoDialog } from './undo.part.tsx'

/** What can be done about an act, as far as the reader may; and the tree on both sides of its day. */
export function ActDeeds({ data }: { readonly data: EnteredAct }) {
  const t = useText(actTexts)
  const format = useFormats()
  const go = useGo()
  const [asked, setAsked] = useState<'undo' | 'revoke' | null>(null)
  const on = data.effective.on
  const above = data.units.find(({ parent }) => parent !== null)?.parent
  const tree = (ngay: string) => hrefOf(above ? unitPath : treePath, above ? { unitId: above.id } : {}, { ngay })
  return (
    <div className={`${classes.deeds} no-print`}>
      <Button onClick={() => void go(tree(addDays(on, -1)))}>
        {t('entered.before', { date: format.date(addDays(on, -1)) })}
      </Button>
      <Button onClick={() => void go(tree(on))}>{t('entered.on', { date: format.date(on) })}</Button>
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
