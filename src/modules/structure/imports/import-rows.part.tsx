import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { type PagesOf, useAnswerPages } from '#kernel/web/client.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { Chip, type ChipTone } from '#kernel/web/parts/chip.part.tsx'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { ErrorState } from '#kernel/web/parts/states.part.tsx'
import { unitPath } from '../addresses.rules.ts'
import { type ImportRow, importState, Verdict } from '../import-state/import-state.contract.ts'
import { useWords } from '../say.part.tsx'
import classes from './imports.module.css'
import { importTexts } from './imports.text.ts'

type State = OutputOf<typeof importState>

const byRow: PagesOf<typeof importState, ImportRow> = {
  rows: ({ rows }) => rows,
  next: ({ next }) => (next === null ? null : { after: next }),
}
const tones: Readonly<Record<Verdict, ChipTone>> = { new: 'ok', changed: 'warn', same: 'plain', refused: 'late' }

/** What each row of a list would do, or why it is refused; those of one verdict at a time, the refused ones first. */
export function ImportRows({ data }: { readonly data: State }) {
  const t = useText(importTexts)
  const { importId, counts } = data
  const format = useFormats()
  const shown = Verdict.options.filter((verdict) => counts[verdict] > 0)
  const [chosen, setChosen] = useState<Verdict | null>(null)
  const verdict = chosen ?? (counts.refused > 0 ? 'refused' : (shown[0] ?? 'same'))
  const pages = useAnswerPages(importState, { importId, verdict }, byRow, { keep: true })
  const columns = useColumns(data.effective)
  return (
    <>
      <SegmentedControl
        className={classes.verdicts ?? ''}
        aria-label={t('rows.verdict')}
        value={verdict}
        onChange={(value) => setChosen(value as Verdict)}
        data={shown.map((value) => ({ value, label: `${t(`verdict.${value}`)} (${format.number(counts[value])})` }))}
      />
      {pages.error ? <ErrorState error={pages.error} onRetry={pages.retry} /> : null}
      <DataTable
        name="nhap-to-chuc"
        label={t('rows.label', { verdict: t(`verdict.${verdict}`) })}
        rows={pages.rows}
        more={pages.more}
        rowId={({ no }) => String(no)}
        columns={columns}
      />
    </>
  )
}

function useColumns(on: PlainDate): readonly Column<ImportRow>[] {
  const t = useText(importTexts)
  const language = useLanguage()
  const words = useWords()
  return useMemo(() => {
    const textOf = (field: string, value: string | null) =>
      value === null ? t('rows.none') : field === 'type' ? words.type(value, on) : value
    const linesOf = ({ changes, faults, verdict }: ImportRow) => [
      ...faults.map(({ place, why }) => `${place}: ${why[language]}`),
      ...changes.flatMap(({ field, place, from, to }) =>
        verdict === 'new'
          ? field === 'name' || to === null
            ? []
            : [`${t(`field.${field}`)}: ${textOf(field, to)}`]
          : [`${place}, ${t(`field.${field}`)}: ${textOf(field, from)} → ${textOf(field, to)}`],
      ),
    ]
    return [
      { id: 'dong', title: t('rows.no'), kind: 'number', value: ({ no }) => no, width: 5 },
      {
        id: 'ket-qua',
        title: t('rows.verdict'),
        value: ({ verdict }) => t(`verdict.${verdict}`),
        cell: ({ verdict }) => <Chip tone={tones[verdict]}>{t(`verdict.${verdict}`)}</Chip>,
        width: 8,
      },
      {
        id: 'ten',
        title: t('rows.name'),
        fixed: true,
        value: ({ name }) => name,
        cell: ({ name, unitId }) =>
          unitId ? <PageLink href={hrefOf(unitPath, { unitId })}>{name}</PageLink> : name || t('rows.none'),
        width: 22,
      },
      {
        id: 'noi-dung',
        title: t('rows.what'),
        value: (row) => linesOf(row).join('; '),
        cell: (row) => (
          <ul className={classes.changes}>
            {linesOf(row).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      },
    ]
  }, [t, language, words, on])
}
