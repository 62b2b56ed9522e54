import { PasswordInput } from '@mantine/core'
import { useText } from '#kernel/web/language.ts'
import type { Fields } from '#kernel/web/parts/use-contract-form.ts'
import { changePasswordTexts } from './change-password.text.ts'
import classes from './password-field.module.css'

/** The least length of a new password, as `NewPassword` of the set-up says. */
export const leastLength = 12

/** A password of a form made by `useContractForm`; a new one says while typing how much is missing. */
export function PasswordField(props: {
  // biome-ignore lint/suspicious/noExplicitAny: a field serves forms of any values
  readonly form: { readonly fields: Fields<any> }
  readonly at: string
  readonly label: string
  /** `current` is filled in by the browser, `new` gets the hint about its length, `repeat` none. */
  readonly kind: 'current' | 'new' | 'repeat'
}) {
  const t = useText(changePasswordTexts)
  const { fields } = props.form
  const value = String(valueAt(fields.values, props.at) ?? '')
  const length = [...value].length
  const hint =
    length === 0
      ? t('password.hint')
      : length < leastLength
        ? t('password.short', { count: leastLength - length })
        : t('password.enough', { count: length })
  return (
    <PasswordInput
      label={props.label}
      withAsterisk
      description={props.kind === 'new' ? hint : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      wrapperProps={{ 'data-at': props.at }}
      classNames={{ input: classes.field ?? '' }}
      autoComplete={props.kind === 'current' ? 'current-password' : 'new-password'}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      value={value}
      error={fields.errors[props.at]}
      onChange={(event) => {
        fields.setFieldValue(props.at, event.currentTarget.value)
        fields.clearFieldError(props.at)
      }}
    />
  )
}

function valueAt(values: unknown, path: string): unknown {
  let value = values
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step]
  return value
}
