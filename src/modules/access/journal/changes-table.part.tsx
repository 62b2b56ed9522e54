import { useText } from '#kernel/web/language.ts'
import { fieldChanges } from './difference.rules.ts'
import classes from './entry-detail.module.css'
import type { Entry, EntryWords } from './entry-words.part.tsx'
import { journalTexts } from './journal.text.ts'

const shown = 60

/** What a deed changed, field by field: before and after; or what was written, removed or only sent. */
export function ChangesTable({ entry, words }: { readonly entry: Entry; readonly words: EntryWords }) {
  const t = useText(journalTexts)
  const hasBefore = entry.before != null
  const hasAfter = entry.after != null
  const fields = hasBefore || hasAfter ? fieldChanges(entry.before, entry.after) : fieldChanges(null, entry.input)
  if (fields.length === 0) return <p className="soft">{t('changes.nothing')}</p>
  const both = hasBefore && hasAfter
  const title = both ? 'changes.changed' : hasAfter ? 'changes.new' : hasBefore ? 'changes.gone' : 'changes.sent'
  const side = hasBefore ? 'before' : 'after'
  return (
    <>
      <table className={classes.changes}>
        <caption>{t(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changes.field')}</th>
            {both ? (
              <>
                <th scope="col">{t('changes.before')}</th>
                <th scope="col">{t('changes.after')}</th>
              </>
            ) : (
              <th scope="col">{t('changes.value')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {fields.slice(0, shown).map((field) => (
            <tr key={field.path.join('.')}>
              <th scope="row">{words.field(field.path)}</th>
              {both ? (
                <>
                  <td data-title={t('changes.before')}>
                    <del>{words.value(field.before, field.path)}</del>
                  </td>
                  <td data-title={t('changes.after')}>
                    <ins>{words.value(field.after, field.path)}</ins>
                  </td>
                </>
              ) : (
                <td>{words.value(field[side], field.path)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length > shown ? <p className="soft">{t('changes.more', { count: fields.length - shown })}</p> : null}
    </>
  )
}
