import { type FormEvent, useState } from 'react'
import { useFormats, useText } from '#kernel/web/language.ts'
import { ContractForm } from '#kernel/web/parts/form.part.tsx'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { useSession } from '#kernel/web/session.ts'
import { changePassword } from './change-password.contract.ts'
import { changePasswordTexts } from './change-password.text.ts'
import { PasswordField } from './password-field.part.tsx'

/** The present password, and the new one twice. */
export function ChangePasswordForm() {
  const t = useText(changePasswordTexts)
  const format = useFormats()
  const { accountName } = useSession()
  const [doneAt, setDoneAt] = useState<string | null>(null)
  const form = useContractForm(changePassword, {
    initial: { current: '', next: '', repeat: '' },
    input: ({ current, next }) => ({ current, next }),
    onDone: () => {
      setDoneAt(new Date().toISOString())
      void form.startOver()
    },
  })

  async function submit(event?: FormEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault()
    setDoneAt(null)
    const { next, repeat } = form.fields.getValues()
    if (next === repeat || next === '') return form.submit()
    form.fields.setErrors({ repeat: t('repeat.differs') })
    document.querySelector<HTMLElement>('[data-at="repeat"] input')?.focus()
  }

  return (
    <>
      <p className="soft">{t('change.lead')}</p>
      <ContractForm form={{ ...form, submit }} submit={t('change.send')}>
        {/* Tells a password manager whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={accountName} readOnly hidden />
        <PasswordField form={form} at="current" label={t('change.current')} kind="current" />
        <PasswordField form={form} at="next" label={t('change.next')} kind="new" />
        <PasswordField form={form} at="repeat" label={t('repeat')} kind="repeat" />
      </ContractForm>
      <div role="status" style={{ marginTop: '0.8rem' }}>
        {doneAt ? (
          <p style={{ margin: 0, color: 'var(--ok)', fontWeight: 500 }}>
            {t('change.done', { moment: format.moment(doneAt) })}
          </p>
        ) : null}
      </div>
    </>
  )
}
