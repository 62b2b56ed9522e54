import { CloseButton } from '@mantine/core'
import { useAnswer } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { EntryDetail } from './entry-detail.part.tsx'
import { journal } from './journal.contract.ts'
import classes from './journal.module.css'
import { journalTexts } from './journal.text.ts'

/** The entry that an address names and that is not among those shown (older, or left out by a filter). */
export function LinkedEntry({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const t = useText(journalTexts)
  const language = useLanguage()
  const entry = useAnswer(journal, { before: id + 1, limit: 1 }).data?.entries[0]
  if (entry?.id !== id) return null
  return (
    <section className={`sheet ${classes.linked}`} aria-label={t('linked')}>
      <header>
        <h2>
          {entry.title[language]} <span className={`soft small ${classes.note}`}>{t('linked')}</span>
        </h2>
        <CloseButton aria-label={t('linked.close')} onClick={onClose} />
      </header>
      <EntryDetail entry={entry} />
    </section>
  )
}
