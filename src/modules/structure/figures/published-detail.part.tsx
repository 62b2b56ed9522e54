import { Button } from '@mantine/core'
import { useState } from 'react'
import { call, ProblemError } from '#kernel/web/client.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { useMay } from '#kernel/web/session.ts'
import { AmendFigureDialog } from '../amend-figure/amend-figure.part.tsx'
import { figureFile } from '../figure-file/figure-file.contract.ts'
import { useWords } from '../say.part.tsx'
import { SourceLines } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { PublishedFigure } from './figures.contract.ts'
import classes from './figures.module.css'

/** What a published figure rests on; the document itself where it was added, and its correction where it was entered here. */
export function PublishedDetail({ unitId, figure }: { readonly unitId: string; readonly figure: PublishedFigure }) {
  const t = useText(structureTexts)
  const words = useWords()
  const { knownOn } = useKnownOn()
  const mayAmend = useMay('structure.amend-figure') && !knownOn
  const [amending, setAmending] = useState(false)
  return (
    <div className={classes.detail}>
      {figure.asWritten ? <p>“{figure.asWritten}”</p> : null}
      <SourceLines source={figure.source} />
      <div className={classes.buttons}>
        {figure.hasFile ? <OpenDocument figureId={figure.id} /> : null}
        {figure.entered && mayAmend ? (
          <Button size="compact-sm" onClick={() => setAmending(true)}>
            {t('amend.open')}
          </Button>
        ) : null}
      </div>
      {amending ? (
        <AmendFigureDialog
          unitId={unitId}
          figure={figure}
          title={words.measure(figure.measure)}
          onClose={() => setAmending(false)}
        />
      ) : null}
    </div>
  )
}

/** Fetches the document behind a figure. */
function OpenDocument({ figureId }: { readonly figureId: string }) {
  const t = useText(structureTexts)
  const language = useLanguage()
  const [refused, setRefused] = useState<string | null>(null)
  async function open(): Promise<void> {
    try {
      location.assign((await call(figureFile, { figureId })).address)
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem.sentence[language] : t('declare.file.lost'))
    }
  }
  return (
    <>
      <Button size="compact-sm" onClick={() => void open()}>
        {t('figures.document')}
      </Button>
      {refused ? <span role="alert">{refused}</span> : null}
    </>
  )
}
