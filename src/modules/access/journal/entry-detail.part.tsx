import { hrefOf } from '#kernel/web/address.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { unitSource } from '#kernel/web/modules.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { ChangesTable } from './changes-table.part.tsx'
import classes from './entry-detail.module.css'
import { actorOf, type Entry, useEntryWords } from './entry-words.part.tsx'
import { journalTexts } from './journal.text.ts'

/** Everything one entry says: who, in which capacity, what, where, on which ground, what changed, sealed or not. */
export function EntryDetail({ entry }: { readonly entry: Entry }) {
  const t = useText(journalTexts)
  const language = useLanguage()
  const format = useFormats()
  const words = useEntryWords(entry)
  const apart = Math.abs(Date.parse(entry.writtenAt) - Date.parse(entry.recordedAt)) > 60_000
  const { input, before, after, ground } = entry
  // A unit that stands among the units is not said twice.
  const subjects = entry.subjects.filter((subject) => !entry.units.some(({ id }) => subject === `unit:${id}`))
  return (
    <div className={classes.detail}>
      <dl className="facts">
        <dt>{t('detail.who')}</dt>
        <dd>{actorOf(entry) ?? t('row.system')}</dd>
        {entry.capacity ? (
          <>
            <dt>{t('detail.capacity')}</dt>
            <dd>{entry.capacity[language]}</dd>
          </>
        ) : null}
        <dt>{t('detail.what')}</dt>
        <dd>{entry.title[language]}</dd>
        {entry.units.length > 0 ? (
          <>
            <dt>{t('detail.where')}</dt>
            <dd>
              <UnitNames entry={entry} />
            </dd>
          </>
        ) : null}
        {subjects.length > 0 ? (
          <>
            <dt>{t('detail.about')}</dt>
            <dd>
              {subjects.map((subject) => (
                <div key={subject}>
                  <PageLink href={hrefOf('/nhat-ky', {}, { 'doi-tuong': subject })}>
                    {t('detail.about.all', { subject: words.subject(subject) })}
                  </PageLink>
                </div>
              ))}
            </dd>
          </>
        ) : null}
        <dt>{t('detail.ground')}</dt>
        <dd>
          {ground == null ? <span className="soft">{t('detail.none')}</span> : groundInWords(ground, words.value)}
        </dd>
        <dt>{t('detail.recorded')}</dt>
        <dd>{format.moment(entry.recordedAt)}</dd>
        {apart ? (
          <>
            <dt>{t('detail.written')}</dt>
            <dd>
              {format.moment(entry.writtenAt)} <span className="soft">· {t('detail.written.note')}</span>
            </dd>
          </>
        ) : null}
        <dt>{t('column.seal')}</dt>
        <dd>{t(entry.sealed ? 'seal.done.detail' : 'seal.waiting.detail')}</dd>
        <dt>{t('detail.number')}</dt>
        <dd>{format.number(entry.id)}</dd>
      </dl>
      <ChangesTable entry={entry} words={words} />
      <details className={classes.raw}>
        <summary>{t('raw')}</summary>
        <pre>{JSON.stringify({ capability: entry.capability, input, before, after, ground }, null, 2)}</pre>
      </details>
    </div>
  )
}

const mostUnits = 30

/** The units with a way to each one's page and to its entries. */
function UnitNames({ entry }: { readonly entry: Entry }) {
  const t = useText(journalTexts)
  const source = unitSource()
  const left = entry.units.length - mostUnits
  return (
    <>
      {entry.units.slice(0, mostUnits).map((unit) => (
        <div key={unit.id}>
          {unit.name === null ? (
            <span className="soft">{t('row.restricted')}</span>
          ) : (
            <>
              {source ? <PageLink href={source.href(unit.id)}>{unit.name}</PageLink> : unit.name}{' '}
              <span className="soft small">
                ·{' '}
                <PageLink
                  href={hrefOf('/nhat-ky', {}, { 'to-chuc': unit.id })}
                  aria-label={t('detail.about.all', { subject: unit.name })}
                >
                  {t('detail.where.all')}
                </PageLink>
              </span>
            </>
          )}
        </div>
      ))}
      {left > 0 ? t('row.more', { count: left }) : null}
    </>
  )
}

/** A ground is a sentence, or a few fields of a decision. */
function groundInWords(ground: unknown, value: (value: unknown, path: readonly string[]) => string): string {
  if (typeof ground !== 'object' || ground === null || Array.isArray(ground)) return value(ground, ['ground'])
  return Object.entries(ground)
    .filter(([, part]) => part !== null && part !== '')
    .map(([name, part]) => value(part, [name]))
    .join(' · ')
}
