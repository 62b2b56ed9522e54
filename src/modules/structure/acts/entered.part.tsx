import { Button } from '@mantine/core'
import { addDays } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Receipt } from '#kernel/web/parts/receipt.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { act as actContract } from '../act/act.contract.ts'
import { actPath, annexPath, reorganisePath, treePath, unitPath } from '../addresses.rules.ts'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'
import classes from './rehearsal.module.css'
import { mainUnits, useSayAct } from './say-act.part.tsx'

/** After entering: what was done and when, the act's own page, and the tree on both sides of its day. */
export function Entered({ actId }: { readonly actId: string }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  const go = useGo()
  const sayAct = useSayAct()
  const answer = useAnswer(actContract, { actId })
  return (
    <>
      <PageHeader title={s('page.reorganise')} />
      <Answer of={answer} lines={6}>
        {({ kind, effective, version, enteredAt, units }) => {
          const on = effective.on
          const shown = units.find(({ part }) => part !== 'ended') ?? units[0]
          // Of an act about the top of the tree the whole tree is looked at.
          const path = shown?.parent ? unitPath : treePath
          const place = shown?.parent ? { unitId: shown.parent.id } : {}
          return (
            <Receipt
              title={t('entered.title', { what: sayAct(kind, mainUnits(kind, units), on) })}
              number={format.number(version)}
              at={enteredAt}
              to={s('module.name')}
            >
              <div className={classes.after}>
                <Button onClick={() => void go(hrefOf(actPath, { actId }))}>{t('entered.act')}</Button>
                <Button onClick={() => void go(hrefOf(annexPath, { actId }))}>{t('act.annex')}</Button>
                <Button onClick={() => void go(hrefOf(path, place, { ngay: addDays(on, -1) }))}>
                  {t('entered.before', { date: format.date(addDays(on, -1)) })}
                </Button>
                <Button onClick={() => void go(hrefOf(path, place, { ngay: on }))}>
                  {t('entered.on', { date: format.date(on) })}
                </Button>
                <Button onClick={() => void go(hrefOf(reorganisePath))}>{t('entered.another')}</Button>
              </div>
            </Receipt>
          )
        }}
      </Answer>
    </>
  )
}
