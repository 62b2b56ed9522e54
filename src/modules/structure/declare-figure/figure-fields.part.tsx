import { useText } from '#kernel/web/language.ts'
import {
  ChoiceField,
  type FieldProps,
  KnownDateField,
  LongTextField,
  NumberField,
  TextField,
} from '#kernel/web/parts/fields.part.tsx'
import { structureTexts } from '../structure.text.ts'
import classes from './declare-figure.module.css'

/** The fields that a declared figure and its correction share: the figure, its day, its definition, its words. */
export function FigureFields({ form }: { readonly form: FieldProps['form'] }) {
  const t = useText(structureTexts)
  const qualifiers = (['exact', 'about', 'nearly', 'over'] as const).map((value) => ({
    value,
    label: t(`qualifier.${value}`),
  }))
  return (
    <>
      <div className={classes.value}>
        <ChoiceField form={form} at="qualifier" label={t('declare.qualifier')} choices={qualifiers} />
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
      <TextField form={form} at="asWritten" label={t('declare.asWritten')} description={t('declare.asWritten.help')} />
    </>
  )
}
