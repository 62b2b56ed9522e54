import { useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { SourceNote } from '../source-note.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { Card } from './history.rules.ts'

type Source = Card['acts'][number]['source']

/** That a fact rests on general knowledge only, said beside it. */
export function Unconfirmed({ source }: { readonly source: Source | undefined }) {
  const t = useText(structureTexts)
  return source?.grade === 'own' ? <Chip tone="unsure">{t('source.grade.own')}</Chip> : null
}

/** The source of a fact one press away, after the mark of what is unconfirmed. */
export function SaidSource({ source }: { readonly source: Source }) {
  return (
    <>
      <Unconfirmed source={source} /> <SourceNote source={source} />
    </>
  )
}
