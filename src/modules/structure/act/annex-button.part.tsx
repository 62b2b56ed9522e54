import { Button } from '@mantine/core'
import { useState } from 'react'
import { call, ProblemError } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { DownloadIcon } from '#kernel/web/parts/icons.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { annex } from '../annex/annex.contract.ts'
import { structureTexts } from '../structure.text.ts'

/** Gives out the lists attached to a decision as a spreadsheet. */
export function AnnexButton({ actId }: { readonly actId: string }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const language = useLanguage()
  const [refused, setRefused] = useState<string | null>(null)
  async function fetchFile(): Promise<void> {
    setRefused(null)
    try {
      location.assign((await call(annex, { actId })).address)
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem.sentence[language] : s('export.lost'))
    }
  }
  return (
    <>
      {refused ? <span role="alert">{refused}</span> : null}
      <Button leftSection={<DownloadIcon />} title={t('annex.xlsx.help')} onClick={() => void fetchFile()}>
        {t('annex.xlsx')}
      </Button>
    </>
  )
}
