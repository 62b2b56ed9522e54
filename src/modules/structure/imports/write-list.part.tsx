import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { call, ProblemError, useCommand } from '#kernel/web/client.ts'
import { texts as kernelTexts } from '#kernel/web/kernel.text.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { DownloadIcon } from '#kernel/web/parts/icons.tsx'
import { commitImport } from '../commit-import/commit-import.contract.ts'
import { importRefusals } from '../import-refusals/import-refusals.contract.ts'
import type { importState } from '../import-state/import-state.contract.ts'
import classes from './imports.module.css'
import { importTexts } from './imports.text.ts'
import { ReadAgain } from './read-again.part.tsx'

type State = OutputOf<typeof importState>

/** The last step: what will be written is said on the button; what is refused comes back as a file to correct. */
export function WriteList({ data, onAgain }: { readonly data: State; readonly onAgain: (importId: string) => void }) {
  const t = useText(importTexts)
  const k = useText(kernelTexts)
  const language = useLanguage()
  const write = useCommand(commitImport)
  const { counts, importId } = data
  const { problem, lost } = write
  return (
    <>
      <div className={classes.actions}>
        {counts.new + counts.changed > 0 ? (
          <Button
            variant="filled"
            loading={write.pending}
            onClick={() => void write.send({ importId }).catch(() => {})}
          >
            {t('write', { new: counts.new, changed: counts.changed })}
          </Button>
        ) : (
          <span>{t('nothingToWrite')}</span>
        )}
        {counts.refused > 0 ? <RefusedRows importId={importId} count={counts.refused} /> : null}
      </div>
      <div aria-live="assertive">
        {problem ? (
          <div className={classes.refused}>
            <b>{problem.kind === 'conflict' ? t('conflict') : problem.sentence[language]}</b>
            <ul>
              {problem.kind === 'conflict'
                ? meanwhile(problem.current).map(({ row, name }) => (
                    <li key={row}>{t('conflict.row', { row: String(row), name })}</li>
                  ))
                : problem.issues?.map(({ at, why }) => <li key={at + why.vi}>{why[language]}</li>)}
            </ul>
            {problem.kind === 'conflict' ? <ReadAgain data={data} onBegun={onAgain} /> : null}
          </div>
        ) : null}
        {lost ? <div className={classes.refused}>{k('form.lost')}</div> : null}
      </div>
    </>
  )
}

/** The rows that a conflict names. */
function meanwhile(current: unknown): readonly { readonly row: number; readonly name: string }[] {
  return (current as { rows?: { row: number; name: string }[] } | undefined)?.rows ?? []
}

function RefusedRows({ importId, count }: { readonly importId: string; readonly count: number }) {
  const t = useText(importTexts)
  const language = useLanguage()
  const [refused, setRefused] = useState<string | null>(null)
  async function fetchFile(): Promise<void> {
    setRefused(null)
    try {
      location.assign((await call(importRefusals, { importId, format: 'xlsx', language })).address)
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem.sentence[language] : t('bring.lost'))
    }
  }
  return (
    <>
      <Button leftSection={<DownloadIcon />} onClick={() => void fetchFile()}>
        {t('refused.fetch', { count })}
      </Button>
      {refused ? <span role="alert">{refused}</span> : null}
    </>
  )
}
