import { useQueries } from '@tanstack/react-query'
import { fold } from '#kernel/contract/fold.ts'
import { say } from '#kernel/contract/text.ts'
import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useLanguage } from '../language.ts'
import type { SearchHit } from '../module.ts'
import { pagesFor, webModules } from '../modules.ts'
import { useSession } from '../session.ts'

/** The hits of one source. */
export interface HitGroup {
  readonly key: string
  readonly title: string
  readonly hits: readonly SearchHit[]
  readonly asking: boolean
  readonly failed: boolean
}

/** Asks every source of the modules and the list of screens. */
export function useSearchHits(text: string): readonly HitGroup[] {
  const language = useLanguage()
  const session = useSession()
  const { asOf } = useAsOf()
  const sources = webModules()
    .flatMap((module) => (module.search ? [{ module, source: module.search }] : []))
    .filter(({ source }) => !source.requires || session.may.includes(source.requires))
    .sort((a, b) => a.source.order - b.source.order)
  const answers = useQueries({
    queries: sources.map(({ module, source }) => ({
      queryKey: ['search', module.name, text, asOf, language],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(text, { asOf, language, signal }),
      enabled: text !== '',
      staleTime: 30_000,
    })),
  })
  const found = sources.map(({ module, source }, index): HitGroup => {
    const answer = answers[index]
    return {
      key: module.name,
      title: say(module.texts, language, source.title),
      hits: text === '' ? [] : (answer?.data ?? []),
      asking: answer?.isFetching ?? false,
      failed: answer?.isError ?? false,
    }
  })
  const wanted = fold(text)
  const screens = pagesFor(session)
    .filter(({ page }) => !page.path.includes('$'))
    .map(({ page, module }) => ({ id: page.path, title: say(module.texts, language, page.title), href: page.path }))
    .filter((hit) => wanted !== '' && fold(hit.title).includes(wanted))
  return [
    ...found,
    { key: 'screens', title: say(texts, language, 'search.screens'), hits: screens, asking: false, failed: false },
  ]
}
