import { useText } from '#kernel/web/language.ts'
import { setUpTexts } from './set-up.text.ts'

/** What comes after the set-up. */
export function NextSteps({ username }: { readonly username: string }) {
  const t = useText(setUpTexts)
  return (
    <ol style={{ margin: '0 0 1.4rem', paddingLeft: '1.3rem', display: 'grid', gap: '0.35rem' }}>
      <li>{t('next.sign-in', { username })}</li>
      <li>{t('next.accounts')}</li>
      <li>{t('next.history')}</li>
    </ol>
  )
}
