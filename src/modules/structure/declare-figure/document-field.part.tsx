import { Button, Checkbox, FileInput, Progress } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ProblemError } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { structureTexts } from '../structure.text.ts'
import classes from './declare-figure.module.css'
import { upload } from './upload.part.tsx'

/** The document behind the figure, added at once when chosen; before that the person says that nothing in it is classed. */
export function DocumentField(props: {
  /** Name of the file that is added already; empty: none. */
  readonly name: string
  readonly error?: ReactNode
  readonly onChange: (fileId: string | null, name: string) => void
}) {
  const t = useText(structureTexts)
  const language = useLanguage()
  const [nothingClassed, setNothingClassed] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const [refused, setRefused] = useState<string | null>(null)

  async function take(file: File | null): Promise<void> {
    if (!file) return
    setRefused(null)
    setShare(0)
    try {
      props.onChange(await upload(file, 'structure.declare-figure', nothingClassed, setShare), file.name)
    } catch (error) {
      setRefused(error instanceof ProblemError ? error.problem.sentence[language] : t('declare.file.lost'))
    } finally {
      setShare(null)
    }
  }

  if (props.name !== '') {
    return (
      <div className={classes.file}>
        <span>
          <span className="soft">{t('declare.file')}: </span>
          {props.name}
        </span>
        <Button size="compact-sm" onClick={() => props.onChange(null, '')}>
          {t('declare.file.remove')}
        </Button>
      </div>
    )
  }
  return (
    <div>
      <Checkbox
        label={t('declare.file.nothingClassed')}
        checked={nothingClassed}
        onChange={(event) => setNothingClassed(event.currentTarget.checked)}
      />
      <FileInput
        mt="xs"
        label={t('declare.file')}
        description={t('declare.file.help')}
        placeholder={t('declare.file.choose')}
        disabled={!nothingClassed || share !== null}
        error={refused ?? props.error}
        value={null}
        onChange={(file) => void take(file)}
      />
      {share === null ? null : <Progress mt="xs" value={share * 100} aria-label={t('declare.file.sending')} />}
    </div>
  )
}
