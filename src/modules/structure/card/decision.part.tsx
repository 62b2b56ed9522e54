import type { z } from 'zod'
import { useFormats, useText } from '#kernel/web/language.ts'
import { structureTexts } from '../structure.text.ts'
import type { Decision } from '../words.contract.ts'

/** A decision as an office cites it: "Quyết định 47-QĐ/TW ngày 11/04/2007 của Bộ Chính trị". */
export function DecisionText({ decision }: { readonly decision: z.infer<typeof Decision> }) {
  const t = useText(structureTexts)
  const format = useFormats()
  const paper = [decision.kind, decision.symbol].filter(Boolean).join(' ')
  return (
    <span>
      {paper || t('decision.unnamed')}
      {decision.on ? ` ${t('decision.on', { date: format.date(decision.on) })}` : ''}
      {decision.organ ? ` ${t('decision.organ', { organ: decision.organ })}` : ''}
    </span>
  )
}
