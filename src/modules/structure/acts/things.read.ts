import type { Sentence } from '#kernel/contract/problem.ts'
import { languages, say } from '#kernel/contract/text.ts'
import type { Tx } from '#kernel/server/work.ts'
import { actTexts } from './acts.text.ts'
import type { Belonging } from './belongings.rules.ts'
import { listBelongingNames } from './entered-act.read.ts'

type Named = Pick<Belonging, 'family' | 'thing'>

/** What belongings are called within a sentence: organs and counterparts by their names, a fact by its kind's. */
export async function listThings(db: Tx<'structure'>, belongings: readonly Named[]): Promise<(one: Named) => Sentence> {
  if (belongings.length === 0) return ({ thing }) => ({ vi: thing, en: thing })
  const names = await listBelongingNames(db, belongings)
  const rows = await db
    .selectFrom('structure.kind')
    .select(['code', 'name_vi', 'name_en'])
    .where('family', '=', 'fact')
    .execute()
  const kinds = new Map(rows.map(({ code, name_vi, name_en }) => [code, { vi: name_vi, en: name_en }]))
  return (one) => {
    if (one.family === 'organ' || one.family === 'counterpart') return both(names(one))
    const name = one.family === 'fact' ? (kinds.get(one.thing) ?? both(one.thing)) : both(one.thing)
    const key = `thing.${one.family}` as const
    return Object.fromEntries(
      languages.map((language) => [language, say(actTexts, language, key, { name: name[language] })]),
    ) as Sentence
  }
}

function both(text: string): Sentence {
  return { vi: text, en: text }
}
