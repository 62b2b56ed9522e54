import { useLanguage, useText } from '#kernel/web/language.ts'
import { PageHeader, Section } from '#kernel/web/parts/page-header.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { changePasswordTexts } from './change-password.text.ts'
import { ChangePasswordForm } from './change-password-form.part.tsx'

/** One's own account: who one is here, and the password. */
export default function OwnAccountPage() {
  const t = useText(changePasswordTexts)
  const language = useLanguage()
  const session = useSession()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Section title={t('who.title')}>
        <div className="sheet padded">
          <dl className="facts">
            <dt>{t('who.name')}</dt>
            <dd>{session.displayName}</dd>
            <dt>{t('who.username')}</dt>
            <dd>{session.accountName}</dd>
            <dt>{t('who.capacities')}</dt>
            <dd>
              {session.capacities.length === 0 ? t('who.capacities.none') : null}
              {session.capacities.map((capacity) => (
                <div key={capacity.id}>
                  {capacity.title[language]} <span className="soft">· {capacity.unitName || t('who.whole')}</span>
                </div>
              ))}
            </dd>
          </dl>
          <p className="soft small" style={{ margin: '0.8rem 0 0' }}>
            {t('who.note')}
          </p>
        </div>
      </Section>
      <Section title={t('change.title')}>
        <div className="sheet padded">
          <ChangePasswordForm />
        </div>
      </Section>
    </>
  )
}
