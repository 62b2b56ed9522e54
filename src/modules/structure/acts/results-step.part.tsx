import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import { ChangeFields } from './change-fields.part.tsx'
import type { DraftResult } from './compose.rules.ts'
import { existingResult } from './draft-of.rules.ts'
import { NewUnitFields } from './new-unit-fields.part.tsx'
import { UnitSearch } from './unit-search.part.tsx'
import classes from './wizard.module.css'
import { fewestResults, likelyResult, type StepProps } from './wizard.rules.ts'

/** What comes of it: new units or existing ones, new names or types, the new superior. */
export function ResultsStep(props: StepProps) {
  const t = useText(actTexts)
  const { draft, onChange, book, day } = props
  if (draft.kind === 'rename' || draft.kind === 'retype') return <ChangeFields {...props} />
  if (draft.kind === 'reparent') {
    return (
      <div className={classes.narrow}>
        <UnitSearch
          book={book}
          day={day}
          required
          label={t('wizard.receiver')}
          value={draft.receiver}
          onChange={(receiver) => onChange({ receiver })}
        />
      </div>
    )
  }
  if (draft.kind === 'merge_into') {
    return (
      <div className={classes.narrow}>
        <UnitSearch
          book={book}
          day={day}
          required
          label={t('wizard.into')}
          description={t('wizard.into.help')}
          value={draft.results[0]?.id ?? null}
          onChange={(id) => onChange({ results: id === null ? [] : [existingResult(id)] })}
        />
      </div>
    )
  }
  return <Results {...props} />
}

/** The units that go on or begin; as many as the kind of act needs stand ready. */
function Results({ draft, onChange, book, day }: StepProps) {
  const t = useText(actTexts)
  const { kind, results } = draft
  const wanted = (kind && fewestResults[kind]) ?? 1
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is missing is made ready, once
  useEffect(() => {
    if (results.length >= wanted) return
    const missing = Array.from({ length: wanted - results.length }, () => likelyResult(uuidv7(), draft, book))
    onChange({ results: [...results, ...missing] })
  }, [results.length, wanted])
  const put = (id: string, change: Partial<DraftResult>) =>
    onChange({ results: results.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const replace = (id: string, by: readonly DraftResult[]) =>
    onChange({
      results: results.flatMap((one) => (one.id === id ? by : [one])),
      allocation: Object.fromEntries(Object.entries(draft.allocation).filter(([, to]) => to !== id)),
      rules: draft.rules.filter(({ to }) => to !== id),
    })
  return (
    <div className={classes.results}>
      {results.map((one, at) => (
        <NewUnitFields
          key={one.id}
          number={results.length > 1 || kind === 'divide' ? at + 1 : null}
          result={one}
          book={book}
          day={day}
          effective={draft.effective!}
          onChange={(change) => put(one.id, change)}
          onRemove={results.length > wanted ? () => replace(one.id, []) : undefined}
          onReplace={kind === 'divide' ? (by) => replace(one.id, [by]) : undefined}
        />
      ))}
      {kind === 'merge_new' ? null : (
        <div>
          <Button onClick={() => onChange({ results: [...results, likelyResult(uuidv7(), draft, book)] })}>
            {t('wizard.addResult')}
          </Button>
        </div>
      )}
    </div>
  )
}
