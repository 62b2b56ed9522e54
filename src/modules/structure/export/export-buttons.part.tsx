import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { ProblemError } from '#kernel/web/call.ts'
import { call } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { DownloadIcon } from '#kernel/web/parts/icons.tsx'
import { structureTexts } from '../structure.text.ts'
import { type ExportFormat, exportUnits } from './export.contract.ts'
import classes from './export-buttons.module.css'

const formats: readonly ExportFormat[] = ['xlsx', 'csv', 'json', 'jsonld']

/** Gives out the units below one, on the day of the page, in one of four forms; as believed on `knownOn` where the page tells that. */
export function ExportButtons(props: {
  readonly unitId: string
  readonly asOf: PlainDate
  readonly knownOn: PlainDate | undefined
}) {
  const { unitId, asOf, knownOn } = props
  const t = useText(structureTexts)
  const language = useLanguage()
  const [refused, setRefused] = useState<string | null>(null)
  async function fetchFile(format: ExportFormat): Promise<void> {
    setRefused(null)
    try {
      location.assign((await call(exportUnits, { under: unitId, asOf, knownOn, format, language })).address)
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem.sentence[language] : t('export.lost'))
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a box around four buttons
    <div role="group" aria-label={t('export.title')} className={classes.buttons}>
      <span className="soft">{t('export.title')}</span>
      {formats.map((format) => (
        <Button
          key={format}
          leftSection={<DownloadIcon />}
          title={t(`export.${format}.help`)}
          onClick={() => void fetchFile(format)}
        >
          {t(`export.${format}`)}
        </Button>
      ))}
      {refused ? <span role="alert">{refused}</span> : null}
    </div>
  )
}
