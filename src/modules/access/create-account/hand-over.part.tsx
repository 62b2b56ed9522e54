import { Button, CopyButton } from '@mantine/core'
import { useText } from '#kernel/web/language.ts'
import { accountsTexts } from '../accounts/accounts.text.ts'
import classes from './create-account.module.css'

/** What the new person is given. */
export interface Handed {
  readonly displayName: string
  readonly username: string
  readonly password: string
}

/** The user name and the first password, shown this once to be handed over. */
export function HandOver({ handed, onClose }: { readonly handed: Handed; readonly onClose: () => void }) {
  const t = useText(accountsTexts)
  const username = handed.username.trim().toLowerCase()
  const lines = `${t('create.username')}: ${username}\n${t('create.password')}: ${handed.password}`
  return (
    <div className={classes.handOver}>
      <p>{t('done.lead', { name: handed.displayName.trim() })}</p>
      <dl className="facts">
        <dt>{t('create.username')}</dt>
        <dd>
          <code>{username}</code>
        </dd>
        <dt>{t('create.password')}</dt>
        <dd>
          <code>{handed.password}</code>
        </dd>
      </dl>
      <div className={classes.actions}>
        <CopyButton value={lines}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'done.copied' : 'done.copy')}</Button>}
        </CopyButton>
        <Button variant="filled" onClick={onClose}>
          {t('done.close')}
        </Button>
      </div>
    </div>
  )
}
