import { Button } from '@mantine/core'
import type { InputOf } from '#kernel/contract/contract.ts'
import type { HistoricalDate } from '#kernel/contract/dates.ts'
import { useText } from '#kernel/web/language.ts'
import { Dialog } from '#kernel/web/parts/dialog.part.tsx'
import { ChoiceField, TextField } from '#kernel/web/parts/fields.part.tsx'
import { ContractForm } from '#kernel/web/parts/form.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { declareFigure } from './declare-figure.contract.ts'
import { DocumentField } from './document-field.part.tsx'
import { FigureFields } from './figure-fields.part.tsx'

type Input = InputOf<typeof declareFigure>

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
      measure: null as string | null,
      value: null as number | null,
      qualifier: 'exact' as string | null,
      asOfDate: null as HistoricalDate | null,
      definition: '',
      asWritten: '',
      sourceTitle: '',
      sourceAddress: '',
      fileId: null as string | null,
      fileName: '',
    },
    // What is missing is left to the contract's own rules to say.
    input: ({ asWritten, sourceAddress, fileId, fileName: _, ...values }) =>
      ({
        ...values,
        unitId: props.unitId,
        ...(asWritten.trim() === '' ? {} : { asWritten }),
        ...(sourceAddress.trim() === '' ? {} : { sourceAddress }),
        ...(fileId === null ? {} : { fileId }),
      }) as Input,
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
        <FigureFields form={form} />
        <TextField
          form={form}
          at="sourceTitle"
          label={t('declare.source')}
          description={t('declare.source.help')}
          required
        />
        <TextField form={form} at="sourceAddress" label={t('declare.sourceAddress')} />
        <DocumentField
          name={form.fields.values.fileName}
          error={form.fields.errors.fileId}
          onChange={(fileId, fileName) => form.fields.setValues({ ...form.fields.getValues(), fileId, fileName })}
        />
      </ContractForm>
    </Dialog>
  )
}
