import { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import { Refusal } from './refusal.ts'

const sentences = { vi: z.locales.vi().localeError, en: z.locales.en().localeError }

/** The input as the contract reads it; throws `invalid` naming each field in both languages. */
export function parseInput(contract: Contract, raw: unknown): unknown {
  const parsed = contract.input.safeParse(raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.slice(0, 100).map((issue) => ({
    at: issue.path.join('.'),
    why: { vi: sentenceOf(issue, 'vi'), en: sentenceOf(issue, 'en') },
  }))
  throw new Refusal('invalid', 'input', { issues })
}

/** The answer as the contract promises it; a mismatch is our own fault. */
export function parseOutput(contract: Contract, raw: unknown): unknown {
  const parsed = contract.output.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new Error(`${contract.name} broke its contract: ${z.prettifyError(parsed.error)}`)
}

/** The unit ids that the contract names in the input; absent ones are left out. */
export function unitsIn(contract: Contract, input: unknown): string[] {
  return contract.units.flatMap((path) => {
    let value: unknown = input
    for (const step of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[step]
    if (Array.isArray(value)) return value as string[]
    return typeof value === 'string' ? [value] : []
  })
}

function sentenceOf(issue: z.core.$ZodIssue, language: 'vi' | 'en'): string {
  // A schema may carry its own sentence in both languages: refine(..., { params: { vi, en } }).
  const own = (issue as { params?: Record<string, unknown> }).params?.[language]
  if (typeof own === 'string') return own
  const made = sentences[language](issue as never)
  return (typeof made === 'string' ? made : made?.message) ?? issue.message
}
