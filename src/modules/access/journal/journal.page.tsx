import { useAddress } from '#kernel/web/address.ts'
import { type PagesOf, useAnswerPages } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { MoreRows } from '#kernel/web/parts/more-rows.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState, ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import { useVerify } from '../verify-journal/use-verify.part.tsx'
import { VerifyButton, VerifyResult } from '../verify-journal/verify.part.tsx'
import { EntryTable } from './entry-table.part.tsx'
import type { Entry } from './entry-words.part.tsx'
import { Filters } from './filters.part.tsx'
import { journal } from './journal.contract.ts'
import { journalTexts } from './journal.text.ts'
import { LinkedEntry } from './linked-entry.part.tsx'

const byNumber: PagesOf<typeof journal, Entry> = {
  rows: (page) => page.entries,
  next: ({ next }) => (next === null ? null : { before: next }),
}

/** What happened, newest first, with filters that stand in the address; an entry opens in place. */
export default function JournalPage() {
  const t = useText(journalTexts)
  const verify = useVerify()
  const mayVerify = useMay('access.verify-journal')
  const [view, setView] = useAddress({ viec: '', 'to-chuc': '', 'doi-tuong': '', muc: '' })
  const filter = {
    ...(view.viec ? { capability: view.viec } : {}),
    ...(view['to-chuc'] ? { unitId: view['to-chuc'] } : {}),
    ...(view['doi-tuong'] ? { subject: view['doi-tuong'] } : {}),
  }
  const pages = useAnswerPages(journal, filter, byNumber, { keep: true })
  const entries = pages.rows ?? []
  const filtered = Object.keys(filter).length > 0
  const opened = Number(view.muc) || null

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={mayVerify ? <VerifyButton verify={verify} /> : undefined}
      />
      <VerifyResult verify={verify} />
      <Filters view={view} onChange={setView} entries={entries} />
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.retry} /> : null}
      {pages.rows || pages.error ? null : <LoadingState lines={10} />}
      {pages.rows && opened !== null && !entries.some((entry) => entry.id === opened) ? (
        <LinkedEntry id={opened} onClose={() => setView({ muc: '' })} />
      ) : null}
      {pages.rows?.length === 0 ? (
        <div className="sheet">
          <EmptyState
            title={t(filtered ? 'empty.filtered' : 'empty.title')}
            detail={filtered ? undefined : t('empty.detail')}
          />
        </div>
      ) : null}
      {entries.length > 0 ? (
        <>
          <EntryTable
            entries={entries}
            opened={opened}
            onOpen={(id) => setView({ muc: id === null ? '' : String(id) })}
          />
          <MoreRows count={entries.length} more={pages.more} />
        </>
      ) : null}
    </>
  )
}
