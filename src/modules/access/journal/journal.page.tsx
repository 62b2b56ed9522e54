import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { EmptyState, ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import { useVerify } from '../verify-journal/use-verify.part.tsx'
import { VerifyButton, VerifyResult } from '../verify-journal/verify.part.tsx'
import { EntryTable } from './entry-table.part.tsx'
import { Filters } from './filters.part.tsx'
import { journal } from './journal.contract.ts'
import classes from './journal.module.css'
import { journalTexts } from './journal.text.ts'
import { LinkedEntry } from './linked-entry.part.tsx'

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
  const answer = useInfiniteQuery({
    queryKey: [journal.name, 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      call(journal, { ...filter, ...(pageParam === null ? {} : { before: pageParam }), limit: 50 }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const entries = answer.data?.pages.flatMap((page) => page.entries) ?? []
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
      {answer.error ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {answer.isPending ? <LoadingState lines={10} /> : null}
      {answer.data && opened !== null && !entries.some((entry) => entry.id === opened) ? (
        <LinkedEntry id={opened} onClose={() => setView({ muc: '' })} />
      ) : null}
      {answer.data && entries.length === 0 ? (
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
          <div className={classes.more}>
            <span className="soft">{t(answer.hasNextPage ? 'count' : 'count.all', { count: entries.length })}</span>
            {answer.hasNextPage ? (
              <Button loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
                {t('more')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  )
}
