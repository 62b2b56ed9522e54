import { useText } from '#kernel/web/language.ts'
import type { ActInput } from './act-input.contract.ts'
import { actTexts } from './acts.text.ts'
import { usePaperLines } from './both-versions.part.tsx'
import type { ActEffect } from './effect.contract.ts'
import classes from './rehearsal.module.css'

/** What a correction says otherwise than what is entered, apart from its units: kind, day, paper, note; and whether any unit becomes different. */
export function CorrectionDiffers(props: {
  readonly standing: ActInput
  readonly mine: ActInput
  readonly effect: ActEffect
}) {
  const t = useText(actTexts)
  const say = usePaperLines()
  const mine = say(props.mine)
  const lines = say(props.standing).flatMap(([title, value], at) =>
    value === mine[at]![1] ? [] : [{ title, from: value, to: mine[at]![1] }],
  )
  const { opens, changes, ends, gone, returns, belongings } = props.effect
  const sameUnits = [opens, changes, ends, gone, returns, belongings].every((list) => list.length === 0)
  if (lines.length === 0) return sameUnits ? <p role="status">{t('rehearsal.nothingElse')}</p> : null
  return (
    <section className={`${classes.sums} sheet padded`}>
      <table>
        <thead>
          <tr>
            <th>{t('effect.field')}</th>
            <th>{t('versions.standing')}</th>
            <th>{t('versions.corrected')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, from, to }) => (
            <tr key={title}>
              <td>{title}</td>
              <td>{from || t('effect.nothing')}</td>
              <td>{to || t('effect.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sameUnits ? <p>{t('rehearsal.sameUnits')}</p> : null}
    </section>
  )
}
