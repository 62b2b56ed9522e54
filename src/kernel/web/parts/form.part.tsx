import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Contract } from '#kernel/contract/contract.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useLanguage, useText } from '../language.ts'
import classes from './form.module.css'
import { MissingRight } from './missing-right.part.tsx'
import type { FormOf, FormValues } from './use-contract-form.ts'

/** What a form takes. */
export interface ContractFormProps<C extends Contract<'command'>, V extends FormValues> {
  readonly form: FormOf<C, V>
  /** The button, saying what will happen: "Gửi báo cáo Đảng uỷ Bộ". */
  readonly submit: string
  readonly children: ReactNode
  /** Other buttons beside it. */
  readonly actions?: ReactNode
}

/** The form around its fields: the draft's line, what needs mending, what the server refused, the button. */
export function ContractForm<C extends Contract<'command'>, V extends FormValues>(props: ContractFormProps<C, V>) {
  const t = useText(texts)
  const language = useLanguage()
  const format = useFormats()
  const { form } = props
  const { problem, lost, pending } = form.command
  const errors = Object.keys(form.fields.errors).length
  return (
    <form className={classes.form} noValidate onSubmit={(event) => void form.submit(event)}>
      {form.draft.takenUp && form.draft.savedAt ? (
        <div className={classes.draft} role="status">
          <span>{t('form.draft', { time: format.moment(form.draft.savedAt) })}</span>
          <Button size="compact-sm" onClick={() => void form.startOver()}>
            {t('form.draft.drop')}
          </Button>
        </div>
      ) : null}
      {props.children}
      <div aria-live="assertive">
        {problem ? (
          <div className={classes.refused}>
            {problem.sentence[language]}
            {problem.wanted?.roles ? <MissingRight wanted={problem.wanted} /> : null}
          </div>
        ) : null}
        {lost ? <div className={classes.lost}>{t('form.lost')}</div> : null}
        {errors > 1 ? <div className={classes.count}>{t('form.problems', { count: errors })}</div> : null}
      </div>
      <div className={classes.foot}>
        <Button type="submit" variant="filled" loading={pending}>
          {props.submit}
        </Button>
        {props.actions}
        {form.draft.savedAt && !form.draft.takenUp ? (
          <span className="soft small">{t('form.saved', { time: format.moment(form.draft.savedAt) })}</span>
        ) : null}
      </div>
    </form>
  )
}
