import { useFormats, useText } from '#kernel/web/language.ts'
import { upperFirst } from '../first-letter.rules.ts'
import { structureTexts } from '../structure.text.ts'
import { actTexts } from './acts.text.ts'
import type { Book } from './book.rules.ts'
import type { ActDraft } from './compose.rules.ts'

/** A draft in a line, for the list of one's drafts: "Chia Đảng bộ X, từ 03/02/2025"; undefined while its kind or day is not chosen. */
export function useSayDraft(): (draft: ActDraft, book: Book) => string | undefined {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const format = useFormats()
  return (draft, book) => {
    if (draft.kind === null || draft.effective === null) return undefined
    const told = { kind: upperFirst(s(`act.${draft.kind}`)), date: format.date(draft.effective) }
    const names = draft.originals.flatMap((id) => book.byId.get(id)?.name ?? [])
    const named = names.length > 0 ? names : draft.results.flatMap(({ name }) => name.trim() || [])
    const [name] = named
    if (name === undefined) return t('drafts.aboutKind', told)
    const short = name.length > 150 ? `${name.slice(0, 150)}…` : name
    return named.length === 1
      ? t('drafts.about', { ...told, name: short })
      : t('drafts.aboutMany', { ...told, name: short, count: named.length - 1 })
  }
}
