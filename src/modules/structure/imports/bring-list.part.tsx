import { Button, Checkbox, FileInput, Progress } from '@mantine/core'
import { useState } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { ProblemError, useAnswer, useCommand } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import type { UnitChoice } from '#kernel/web/module.ts'
import { DateField } from '#kernel/web/parts/date-field.part.tsx'
import { UnitPicker } from '#kernel/web/parts/unit-picker.part.tsx'
import { useSession } from '#kernel/web/session.ts'
import { DecisionFields, type TypedDecision } from '../acts/decision-fields.part.tsx'
import { upload } from '../declare-figure/upload.part.tsx'
import { importPurpose, previewImport } from '../preview-import/preview-import.contract.ts'
import { tree } from '../tree/tree.contract.ts'
import { UnitId } from '../words.contract.ts'
import classes from './imports.module.css'
import { importTexts } from './imports.text.ts'

/** The first step: the superior under which the list works, the day, the paper, the file. */
export function BringList(props: {
  /** A unit to begin with; empty: none. */
  readonly under: string
  readonly onBegun: (importId: string) => void
}) {
  const t = useText(importTexts)
  const language = useLanguage()
  const { today } = useSession()
  const [chosen, setChosen] = useState<UnitChoice | null>(null)
  const [effective, setEffective] = useState<PlainDate | null>(today)
  const [decision, setDecision] = useState<TypedDecision>({ kind: 'Quyết định', symbol: '', on: null, organ: '' })
  const [nothingClassed, setNothingClassed] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const begin = useCommand(previewImport, { refresh: [] })
  const begunWith = useGivenUnit(props.under)
  const under = chosen ?? begunWith
  const ready = under !== null && effective !== null && decision.kind.trim() !== '' && file !== null && nothingClassed

  async function read(): Promise<void> {
    if (!ready) return
    setRefused(null)
    setShare(0)
    try {
      const fileId = await upload(file, importPurpose, nothingClassed, setShare)
      const { importId } = await begin.send({ under: under.id, effective, decision: paperOf(decision), fileId })
      props.onBegun(importId)
    } catch (error) {
      setRefused(error instanceof ProblemError ? saidBy(error, language) : t('bring.lost'))
    } finally {
      setShare(null)
    }
  }

  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void read()
      }}
    >
      <UnitPicker
        required
        label={t('bring.under')}
        description={t('bring.under.help')}
        value={under}
        onChange={setChosen}
      />
      <DateField
        required
        label={t('bring.effective')}
        description={t('bring.effective.help')}
        value={effective}
        onChange={setEffective}
      />
      <DecisionFields decision={decision} onChange={setDecision} />
      <p className="soft">{t('bring.columns')}</p>
      <Checkbox
        label={t('bring.nothingClassed')}
        checked={nothingClassed}
        onChange={(event) => setNothingClassed(event.currentTarget.checked)}
      />
      <FileInput
        required
        label={t('bring.file')}
        description={t('bring.file.help')}
        placeholder={t('bring.file.choose')}
        disabled={!nothingClassed || share !== null}
        accept=".xlsx,.csv"
        clearable
        value={file}
        onChange={setFile}
      />
      {share === null ? null : <Progress value={share * 100} aria-label={t('bring.sending')} />}
      <div aria-live="assertive">{refused ? <div className={classes.refused}>{refused}</div> : null}</div>
      <div className={classes.actions}>
        <Button type="submit" variant="filled" disabled={!ready} loading={share !== null}>
          {t('bring.read')}
        </Button>
        <span className="soft">{t('bring.nothingYet')}</span>
      </div>
    </form>
  )
}

/** The unit that the address names, as a choice. */
function useGivenUnit(id: string): UnitChoice | null {
  const given = UnitId.safeParse(id).success
  const answer = useAnswer(tree, { under: id, levels: 0, figure: 'direct' }, { enabled: given })
  const unit = answer.data?.units[0]
  return unit ? { id: unit.id, name: unit.name, path: [] } : null
}

/** A paper as the contract takes it; what is not typed is not said. */
function paperOf({ kind, symbol, on, organ }: TypedDecision) {
  return {
    kind,
    ...(symbol.trim() === '' ? {} : { symbol }),
    ...(on === null ? {} : { on }),
    ...(organ.trim() === '' ? {} : { organ }),
  }
}

function saidBy({ problem }: ProblemError, language: 'vi' | 'en'): string {
  return [problem.sentence[language], ...(problem.issues ?? []).map(({ why }) => why[language])].join(' ')
}
