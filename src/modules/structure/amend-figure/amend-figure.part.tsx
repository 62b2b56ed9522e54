import { Button } from '@mantine/core'
import { useState } from 'react'
import type { InputOf } from '#kernel/contract/contract.ts'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { Dialog } from '#kernel/web/parts/dialog.part.tsx'
import { ContractForm } from '#kernel/web/parts/form.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { FigureFields } from '../declare-figure/figure-fields.part.tsx'
import type { PublishedFigure } from '../figures/figures.contract.ts'
import { structureTexts } from '../structure.text.ts'
import { amendFigure } from './amend-figure.contract.ts'
import classes from './amend-figure.module.css'
import { standingOf } from './standing.rules.ts'

type Input = InputOf<typeof amendFigure>

/** Corrects a figure entered here. When somebody else changed it meanwhile, what stands now is shown beside what was typed. */
export function AmendFigureDialog(props: {
  readonly unitId: string
  readonly figure: PublishedFigure
  readonly title: string
  readonly onClose: () => void
}) {
  const t = useText(structureTexts)
  const language = useLanguage()
  const format = useFormats()
  const { figure } = props
  const [version, setVersion] = useState(figure.version)
  const form = useContractForm(amendFigure, {
    initial: {
      value: figure.value as number | null,
      qualifier: figure.qualifier as string | null,
      asOfDate: figure.asOf as HistoricalDate | null,
      definition: figure.definition[language],
      asWritten: figure.asWritten ?? '',
    },
    input: ({ asWritten, ...values }) =>
      ({
        ...values,
        unitId: props.unitId,
        figureId: figure.id,
        version,
        ...(asWritten.trim() === '' ? {} : { asWritten }),
      }) as Input,
    onDone: props.onClose,
  })
  const { problem } = form.command
  const standing = problem?.kind === 'conflict' ? standingOf(problem.current) : null
  return (
    <Dialog opened title={t('amend.title', { name: props.title })} onClose={props.onClose} size="lg">
      <p className="soft">{t('amend.help')}</p>
      <ContractForm
        form={form}
        submit={t('amend.submit')}
        actions={<Button onClick={props.onClose}>{t('amend.leave')}</Button>}
      >
        <FigureFields form={form} />
        {standing ? (
          <div className={classes.standing}>
            <b>{t('amend.standing')}</b>
            <div>
              {standing.qualifier === 'exact' ? '' : `${t(`qualifier.${standing.qualifier}`)} `}
              {format.number(standing.value)} · {format.date(standing.on)}
            </div>
            <div className="soft">{standing.definition}</div>
            <Button
              size="compact-sm"
              disabled={version === standing.version}
              onClick={() => {
                setVersion(standing.version)
                form.command.reset()
              }}
            >
              {t('amend.over')}
            </Button>
          </div>
        ) : null}
      </ContractForm>
    </Dialog>
  )
}
