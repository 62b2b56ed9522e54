import { settings } from '#kernel/capabilities/settings/settings.contract.ts'
import { useAnswer } from '../../client.ts'
import { useFormats, useText } from '../../language.ts'
import { PageHeader, Section } from '../../parts/page-header.part.tsx'
import { Answer } from '../../parts/states.part.tsx'
import { useMay } from '../../session.ts'
import { AboutFacts } from './about-facts.part.tsx'
import { BackupTable } from './backup-table.part.tsx'
import { BusinessDay } from './business-day.part.tsx'
import classes from './settings.module.css'
import { settingsTexts } from './settings.text.ts'

/** How this installation is set: version, database, business day, backups. */
export default function SettingsPage() {
  const t = useText(settingsTexts)
  const format = useFormats()
  const answer = useAnswer(settings, {})
  const maySetToday = useMay('kernel.set-today')
  return (
    <>
      <PageHeader title={t('page.settings')} lead={t('lead')} />
      <Answer of={answer} lines={12}>
        {(data) => {
          const latest = data.backups
            .map(({ madeAt }) => madeAt)
            .sort()
            .at(-1)
          return (
            <>
              <Section title={t('about.title')}>
                <AboutFacts settings={data} />
              </Section>
              <Section title={t('day.title')}>
                <BusinessDay settings={data} maySet={maySetToday && data.demo} />
              </Section>
              <Section
                title={t('backup.title')}
                note={latest ? t('backup.last', { moment: format.moment(latest) }) : undefined}
              >
                <BackupTable backups={data.backups} />
              </Section>
              <details className={classes.migrations}>
                <summary>{t('migrations.title', { count: data.migrations.length })}</summary>
                <table className="sheet">
                  <thead>
                    <tr>
                      <th scope="col">{t('migrations.name')}</th>
                      <th scope="col">{t('migrations.at')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.migrations.map(({ name, appliedAt }) => (
                      <tr key={name}>
                        <td>{name}</td>
                        <td>{format.moment(appliedAt)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </details>
            </>
          )
        }}
      </Answer>
    </>
  )
}
