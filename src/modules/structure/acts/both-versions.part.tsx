import { Button } from '@mantine/core'
import { useFormats, useText } from '#kernel/web/language.ts'
import { structureTexts } from '../structure.text.ts'
import type { ActInput } from './act-input.contract.ts'
import { actTexts } from './acts.text.ts'
import classes from './rehearsal.module.css'

/** What stands now beside what was typed, line by line; where they differ the line is marked. */
export function BothVersions(props: {
  readonly standing: ActInput
  readonly mine: ActInput
  readonly seen: boolean
  readonly onSeen: () => void
}) {
  const t = useText(actTexts)
  const say = useLines()
  const [theirs, mine] = [say(props.standing), say(props.mine)]
  return (
    <section className={classes.versions}>
      <h3>{t('versions.title')}</h3>
      <table>
        <thead>
          <tr>
            <th />
            <th>{t('versions.standing')}</th>
            <th>{t('versions.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {theirs.map(([title, value], at) => (
            <tr key={title} data-differs={value !== mine[at]?.[1] || undefined}>
              <th>{title}</th>
              <td>{value}</td>
              <td>{mine[at]?.[1]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="sm" disabled={props.seen} onClick={props.onSeen}>
        {t('versions.over')}
      </Button>
    </section>
  )
}

type Lines = (act: ActInput) => readonly (readonly [title: string, value: string])[]

/** What an act says apart from its units, as lines that two versions of it can be compared by. */
export function usePaperLines(): Lines {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  return ({ kind, effective, decision, note }) => [
    [t('effect.kind'), s(`act.${kind}`)],
    [t('act.effective'), format.date(effective)],
    [
      t('effect.decision'),
      [decision.kind, decision.symbol, decision.on && format.date(decision.on), decision.organ]
        .filter(Boolean)
        .join(' · '),
    ],
    [t('decision.note'), note ?? ''],
  ]
}

function useLines(): Lines {
  const t = useText(actTexts)
  const format = useFormats()
  const ofPaper = usePaperLines()
  return (act) => [
    ...ofPaper(act),
    [t('effect.opens'), act.opens.map(({ name }) => name).join('; ')],
    [
      t('effect.changes'),
      [format.number(act.changes.length), ...act.changes.flatMap(({ name }) => name ?? [])].join('; '),
    ],
    [t('effect.ends'), format.number(act.ends.length)],
  ]
}
