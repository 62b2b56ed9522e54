import type { Contract } from '#kernel/contract/contract.ts'
import { problemTexts } from '#kernel/contract/problem.text.ts'
import { type Problem, problemStatus, type Sentence } from '#kernel/contract/problem.ts'
import { fill, type Language, type TextParams, type Texts } from '#kernel/contract/text.ts'
import { Refusal } from './refusal.ts'

/** The sentences of all modules by module name. */
export type TextsByModule = ReadonlyMap<string, Texts>

/** A refusal as an RFC 9457 problem in the asked language, with both languages beside it. */
export function problemOf(refusal: Refusal, language: Language, texts: TextsByModule, contract?: Contract): Problem {
  const sentence = sentenceOf(refusal, texts, contract)
  const { issues, wanted, current } = refusal.details
  const own = refusal.kind === 'refused' && contract ? `${contract.name}:${refusal.code}` : refusal.code
  return {
    type: `urn:lienchi:${refusal.kind}:${own}`,
    title: sentence[language],
    status: problemStatus[refusal.kind],
    detail: issues?.length
      ? issues.map((issue) => [issue.at, issue.why[language]].filter(Boolean).join(': ')).join('; ')
      : sentence[language],
    ...(contract ? { instance: `/api/${contract.name}` } : {}),
    kind: refusal.kind,
    code: refusal.code,
    sentence,
    ...(issues ? { issues } : {}),
    ...(wanted ? { wanted } : {}),
    ...(current === undefined ? {} : { current }),
  }
}

/** Any error as a refusal: what is not one already is our own fault. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal('failed', 'our_fault')
}

function sentenceOf(refusal: Refusal, texts: TextsByModule, contract?: Contract): Sentence {
  const general = problemTexts as Texts
  const [moduleName = '', capability = ''] = contract?.name.split('.') ?? []
  const module = texts.get(moduleName)
  const keys = [`refusal.${capability}.${refusal.code}`, `refusal.${refusal.code}`]
  for (const key of keys) if (module?.vi[key]) return both(module, key, refusal.details.params)
  const key = `${refusal.kind}.${refusal.code}`
  return both(general, general.vi[key] ? key : 'failed.our_fault', refusal.details.params)
}

function both(texts: Texts, key: string, params?: TextParams): Sentence {
  return { vi: fill(texts.vi[key] ?? key, 'vi', params), en: fill(texts.en[key] ?? key, 'en', params) }
}
