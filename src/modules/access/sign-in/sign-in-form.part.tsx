import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { WarnIcon } from '#kernel/web/parts/icons.tsx'
import passwordClasses from '../change-password/password-field.module.css'
import classes from './sign-in.module.css'
import { signInTexts } from './sign-in.text.ts'
import { useSignIn } from './use-sign-in.part.tsx'

/**
 * User name and password. A refusal says the same for an unknown name and a wrong password; what was typed stays, and the focus goes
 * to where it can be mended.
 */
export function SignInForm() {
  const t = useText(signInTexts)
  const language = useLanguage()
  const name = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { enter, going, problem, lost } = useSignIn()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (username.trim() === '') return name.current?.focus()
    if (password === '') return secret.current?.focus()
    if (!(await enter({ username, password }))) secret.current?.select()
  }

  const wrong = problem?.code === 'wrong_credentials'
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      {problem || lost ? (
        <div className={classes.refusal} role="alert">
          <WarnIcon />
          <div>
            <b>{lost ? t('lost') : problem?.sentence[language]}</b>
            {wrong ? <p>{t('refused.next')}</p> : null}
          </div>
        </div>
      ) : null}
      <TextInput
        ref={name}
        size="md"
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
        error={tried && username.trim() === '' ? t('username.missing') : wrong}
      />
      <PasswordInput
        ref={secret}
        size="md"
        label={t('password')}
        name="password"
        autoComplete="current-password"
        classNames={{ input: passwordClasses.field ?? '' }}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={tried && password === '' ? t('password.missing') : wrong}
      />
      <Button type="submit" variant="filled" size="md" loading={going}>
        {t('send')}
      </Button>
    </form>
  )
}
