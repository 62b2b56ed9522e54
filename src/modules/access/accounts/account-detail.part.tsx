import { contains } from '#kernel/contract/dates.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { accountsTexts } from './accounts.text.ts'
import { type Account, type Role, reachOf } from './reach-words.part.tsx'
import { useVerbWords } from './verb-words.part.tsx'

/** What was granted to one account: which role and what it may, where, for how long, on which ground. */
export function AccountDetail({ account, roles }: { readonly account: Account; readonly roles: readonly Role[] }) {
  const t = useText(accountsTexts)
  const language = useLanguage()
  const format = useFormats()
  const { today } = useSession()
  const inWords = useVerbWords()
  if (account.grants.length === 0) return <p className="soft">{t('grant.none')}</p>
  return (
    <div style={{ display: 'grid', gap: '1.1rem', maxWidth: 'min(52rem, calc(100vw - 4.5rem))' }}>
      {account.grants.map((grant) => {
        const role = roles.find(({ code }) => code === grant.role.code)
        const { from, until } = grant.valid
        const period = until
          ? t('grant.between', { from: format.date(from), until: format.date(until) })
          : t('grant.from', { from: format.date(from) })
        return (
          <section key={grant.id} aria-label={t('grant.title')}>
            <h3 style={{ marginBottom: '0.35rem' }}>
              {grant.role.name[language]} {contains(grant.valid, today) ? null : <Chip>{t('grant.ended')}</Chip>}
            </h3>
            <dl className="facts">
              <dt>{t('grant.may')}</dt>
              <dd>{role ? inWords(role.verbs) : ''}</dd>
              <dt>{t('grant.reach')}</dt>
              <dd>{reachOf(grant, t)}</dd>
              <dt>{t('grant.period')}</dt>
              <dd>{period}</dd>
              <dt>{t('grant.origin')}</dt>
              <dd>{grant.origin}</dd>
            </dl>
          </section>
        )
      })}
    </div>
  )
}
