import { Button, Radio, SegmentedControl, Stack } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { TextField, UnitField, YesField } from '#kernel/web/parts/fields.part.tsx'
import { ContractForm } from '#kernel/web/parts/form.part.tsx'
import type { FormOf } from '#kernel/web/parts/use-contract-form.ts'
import { accountsTexts } from '../accounts/accounts.text.ts'
import type { Role } from '../accounts/reach-words.part.tsx'
import { useVerbWords } from '../accounts/verb-words.part.tsx'
import type { AccountDraft } from './account-draft.part.tsx'
import type { createAccount } from './create-account.contract.ts'
import { randomPassword } from './random-password.part.tsx'
import { suggestUsername } from './username.rules.ts'

/** Who, how they sign in, which role, how far, on which ground. */
export function CreateAccountForm(props: {
  readonly form: FormOf<typeof createAccount, AccountDraft>
  readonly roles: readonly Role[]
}) {
  const t = useText(accountsTexts)
  const { form, roles } = props
  const { fields } = form
  const { reach } = fields.values
  useSuggestedUsername(form)
  useTakenName(form)
  return (
    <ContractForm form={form} submit={t('create.send')}>
      <TextField form={form} at="displayName" label={t('create.name')} description={t('create.name.hint')} required />
      <TextField
        form={form}
        at="username"
        label={t('create.username')}
        description={t('create.username.hint')}
        required
      />
      <div>
        <TextField
          form={form}
          at="password"
          label={t('create.password')}
          description={t('create.password.hint')}
          autoComplete="new-password"
          required
        />
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt={6}
          onClick={() => {
            fields.setFieldValue('password', randomPassword())
            fields.clearFieldError('password')
          }}
        >
          {t('create.password.make')}
        </Button>
      </div>
      <RoleChoice form={form} roles={roles} />
      <Stack gap="0.6rem">
        <div>
          <b id="pham-vi" style={{ display: 'block', fontWeight: 600, marginBottom: '0.3rem' }}>
            {t('create.reach')}
          </b>
          <SegmentedControl
            aria-labelledby="pham-vi"
            value={reach}
            onChange={(value) => fields.setFieldValue('reach', value === 'whole' ? 'whole' : 'one')}
            data={[
              { value: 'one', label: t('create.reach.one') },
              { value: 'whole', label: t('create.reach.whole') },
            ]}
          />
        </div>
        {reach === 'one' ? (
          <>
            <UnitField form={form} at="unitId" label={t('create.unit')} required />
            <YesField form={form} at="below" label={t('create.below')} />
          </>
        ) : null}
      </Stack>
      <TextField form={form} at="origin" label={t('create.origin')} description={t('create.origin.hint')} required />
    </ContractForm>
  )
}

function RoleChoice(props: {
  readonly form: FormOf<typeof createAccount, AccountDraft>
  readonly roles: readonly Role[]
}) {
  const t = useText(accountsTexts)
  const language = useLanguage()
  const inWords = useVerbWords()
  const { fields } = props.form
  return (
    <Radio.Group
      label={t('create.role')}
      withAsterisk
      value={fields.values.role}
      error={fields.errors.role}
      wrapperProps={{ 'data-at': 'role' }}
      onChange={(role) => {
        fields.setFieldValue('role', role)
        fields.clearFieldError('role')
      }}
    >
      <Stack gap="0.55rem" mt={6} mb={4}>
        {props.roles.map((role) => (
          <Radio
            key={role.code}
            value={role.code}
            label={role.name[language]}
            description={t('create.role.may', { verbs: inWords(role.verbs) })}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** Fills in the user name from the name until somebody writes one. */
function useSuggestedUsername({ fields }: FormOf<typeof createAccount, AccountDraft>): void {
  const { displayName, username } = fields.values
  const [suggested, setSuggested] = useState('')
  const next = suggestUsername(displayName)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a changed name suggests anew
  useEffect(() => {
    if (username !== suggested || next === suggested) return
    setSuggested(next)
    fields.setFieldValue('username', next)
  }, [next])
}

/** A taken name is told at its field too, and the keyboard goes there; a moment later, since the form clears its fields at a refusal. */
function useTakenName({ fields, command }: FormOf<typeof createAccount, AccountDraft>): void {
  const language = useLanguage()
  const { problem } = command
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (problem?.code !== 'name_taken') return
    const timer = setTimeout(() => {
      fields.setErrors({ username: problem.sentence[language] })
      document.querySelector<HTMLElement>('[data-at="username"] input')?.focus()
    }, 50)
    return () => clearTimeout(timer)
  }, [problem])
}
