import { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import { issueTexts } from '#kernel/contract/issue.text.ts'
import { problemTexts } from '#kernel/contract/problem.text.ts'
import { type Language, say, type TextParams } from '#kernel/contract/text.ts'
import { Refusal } from './refusal.ts'

type IssueKey = keyof (typeof issueTexts)['vi']

const unknownField = { vi: 'Chức năng này không có mục như vậy.', en: 'This capability has no such field.' }

/** The input as the contract reads it; throws `invalid` naming each field in both languages. */
export function parseInput(contract: Contract, raw: unknown): unknown {
  const unkeepable = findUnkeepable(raw, [])
  if (unkeepable) {
    const why = { vi: problemTexts.vi[unkeepable.key], en: problemTexts.en[unkeepable.key] }
    throw new Refusal('invalid', 'input', { issues: [{ at: unkeepable.at, why }] })
  }
  const parsed = contract.input.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 100).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ at: [...issue.path, key].join('.'), why: unknownField }))
    }
    return { at: issue.path.join('.'), why: { vi: sentenceOf(issue, 'vi'), en: sentenceOf(issue, 'en') } }
  })
  throw new Refusal('invalid', 'input', { issues })
}

/** The answer as the contract promises it; a mismatch is our own fault. */
export function parseOutput(contract: Contract, raw: unknown): unknown {
  const parsed = contract.output.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Error(`${contract.name} broke its contract: ${z.prettifyError(parsed.error)}`)
}

/** The unit ids that the contract names in the input, each once; absent ones and those that the deed itself makes are left out. */
export function unitsIn(contract: Contract, input: unknown): string[] {
  if (contract.units === 'of-the-record') return []
  const made = new Set(contract.makes.flatMap((path) => textsAt(input, path)))
  const named = contract.units.flatMap((path) => textsAt(input, path))
  return [...new Set(named)].filter((id) => !made.has(id))
}

/** The texts at a path of the input: `unitId`, `from.unitId`, `ends[].unitId`, `ids[]` or just `ids` for a list of texts. */
function textsAt(input: unknown, path: string): string[] {
  let values: unknown[] = [input]
  for (const step of path.split('.')) {
    values = values.flatMap((value) => (value as Record<string, unknown> | null | undefined)?.[step.replace('[]', '')])
  }
  return values.filter((value) => typeof value === 'string')
}

interface Unkeepable {
  readonly at: string
  readonly key: 'invalid.unkeepable' | 'invalid.no_number' | 'invalid.unsafe_key'
}

/**
 * Where something stands that no database can hold: U+0000, half of a surrogate pair, a number past all numbers (1e400); or a name that
 * would change what an object is. Looked for in what was sent, before anything is made of it.
 */
function findUnkeepable(value: unknown, path: readonly string[]): Unkeepable | undefined {
  const found = (key: Unkeepable['key']) => ({ at: path.join('.'), key })
  if (typeof value === 'string') {
    return value.includes('\u0000') || !value.isWellFormed() ? found('invalid.unkeepable') : undefined
  }
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : found('invalid.no_number')
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    if (key === '__proto__') return found('invalid.unsafe_key')
    const inside = findUnkeepable(key, path) ?? findUnkeepable(inner, [...path, key])
    if (inside) return inside
  }
  return undefined
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  // A schema may carry its own sentence in both languages: refine(..., { params: { vi, en } }).
  const own = (issue as { params?: Record<string, unknown> }).params?.[language]
  if (typeof own === 'string') return own
  const [key, params] = whatIsWrong(issue)
  return say(issueTexts, language, key, params)
}

const wrongKind: Readonly<Record<string, IssueKey>> = {
  string: 'notText',
  number: 'notNumber',
  int: 'notWhole',
  boolean: 'notYesNo',
  array: 'notList',
  object: 'notGroup',
  record: 'notGroup',
}

const wrongFormat: Readonly<Record<string, IssueKey>> = {
  date: 'notDay',
  datetime: 'notMoment',
  uuid: 'notUuid',
  guid: 'notUuid',
  email: 'notEmail',
  regex: 'notPattern',
}

/** The kind of a complaint and what its sentence counts. */
function whatIsWrong(issue: z.core.$ZodIssue): [IssueKey, TextParams?] {
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined || issue.input === null ? 'missing' : (wrongKind[issue.expected] ?? 'wrong')]
    case 'too_small': {
      const count = Number(issue.minimum)
      if (issue.origin === 'string') return count === 1 ? ['missing'] : ['tooShort', { count }]
      if (lists.has(issue.origin)) return ['tooFew', { count }]
      return [issue.inclusive === false ? 'notAbove' : 'tooSmall', { count }]
    }
    case 'too_big': {
      const count = Number(issue.maximum)
      if (issue.origin === 'string') return ['tooLong', { count }]
      if (lists.has(issue.origin)) return ['tooMany', { count }]
      return [issue.inclusive === false ? 'notBelow' : 'tooBig', { count }]
    }
    case 'invalid_value':
      return ['notOneOf', { values: issue.values.map(String).join(', ') }]
    case 'invalid_format':
      return [wrongFormat[issue.format] ?? 'notPattern']
    default:
      return ['wrong']
  }
}

const lists: ReadonlySet<string> = new Set(['array', 'set', 'map'])
