import { Button } from '@mantine/core'
import type { InputOf } from '#kernel/contract/contract.ts'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { useText } from '#kernel/web/language.ts'
import { Dialog } from '#kernel/web/parts/dialog.part.tsx'
import { ChoiceField, KnownDateField, LongTextField, NumberField, TextField } from '#kernel/web/parts/fields.part.tsx'
import { ContractForm } from '#kernel/web/parts/form.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { declareFigure } from './declare-figure.contract.ts'
import classes from './declare-figure.module.css'

/** Enters a figure that a document states; it is kept with its source and definition and never overwrites a computed one. */
export function DeclareFigureDialog(props: {
  readonly unitId: string
  readonly name: string
  readonly onClose: () => void
}) {
  const t = useText(structureTexts)
  const words = useWords()
  const form = useContractForm(declareFigure, {
    initial: {
      measure: '',
      value: null as number | null,
      qualifier: 'exact',
      asOfDate: null as HistoricalDate | null,
      definition: '',
      asWritten: '',
      sourceTitle: '',
      sourceAddress: '',
    },
    input: ({ asWritten, sourceAddress, ...values }) =>
      ({
        ...values,
        measure: values.measure === '' ? null : values.measure,
        unitId: props.unitId,
        ...(asWritten.trim() === '' ? {} : { asWritten }),
        ...(sourceAddress.trim() === '' ? {} : { sourceAddress }),
      }) as unknown as InputOf<typeof declareFigure>,
    draft: props.unitId,
    onDone: props.onClose,
  })
  return (
    <Dialog opened title={t('declare.title', { name: props.name })} onClose={props.onClose} size="lg">
      <p className="soft">{t('declare.help')}</p>
      <ContractForm
        form={form}
        submit={t('declare.submit')}
        actions={<Button onClick={props.onClose}>{t('declare.later')}</Button>}
      >
        <ChoiceField
          form={form}
          at="measure"
          label={t('declare.measure')}
          required
          none={t('declare.chooseMeasure')}
          choices={words.terms?.measures.map(({ code }) => ({ value: code, label: words.measure(code) })) ?? []}
        />
        <div className={classes.value}>
          <ChoiceField
            form={form}
            at="qualifier"
            label={t('declare.qualifier')}
            choices={(['exact', 'about', 'nearly', 'over'] as const).map((value) => ({
              value,
              label: t(`qualifier.${value}`),
            }))}
          />
          <NumberField form={form} at="value" label={t('declare.value')} required min={0} />
        </div>
        <KnownDateField form={form} at="asOfDate" label={t('declare.asOf')} required />
        <LongTextField
          form={form}
          at="definition"
          lines={2}
          label={t('declare.definition')}
          description={t('declare.definition.help')}
          required
        />
        <TextField
          form={form}
          at="asWritten"
          label={t('declare.asWritten')}
          description={t('declare.asWritten.help')}
        />
        <TextField
          form={form}
          at="sourceTitle"
          label={t('declare.source')}
          description={t('declare.source.help')}
          required
        />
        <TextField form={form} at="sourceAddress" label={t('declare.sourceAddress')} />
      </ContractForm>
    </Dialog>
  )
}
