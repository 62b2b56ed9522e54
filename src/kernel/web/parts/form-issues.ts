import type { z } from 'zod'
import { fill, type Language, type TextParams } from '#kernel/contract/text.ts'
import { texts } from '../kernel.text.ts'

/** The sentences of a schema's complaints, by field path (`from.unitId`), in the office's words. */
export function sentencesOf(error: z.ZodError, language: Language): Record<string, string> {
  const out: Record<string, string> = {}
  for (const issue of error.issues) {
    const at = issue.path.join('.')
    out[at] ??= sentenceOf(issue, language)
  }
  return out
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language): string {
  const say = (key: keyof (typeof texts)['vi'], params?: TextParams) => fill(texts[language][key], language, params)
  // A schema may carry its own sentence in both languages: refine(…, { params: { vi, en } }).
  const own = (issue as { params?: Record<string, unknown> }).params?.[language]
  if (typeof own === 'string') return own
  const empty = issue.input === '' || issue.input === null || issue.input === undefined
  if (issue.code === 'invalid_type') return say(empty ? 'form.missing' : 'form.bad')
  if (issue.code === 'too_small') {
    if (empty || (issue.origin === 'array' && Number(issue.minimum) === 1)) return say('form.missing')
    return say(issue.origin === 'string' ? 'form.tooShort' : 'form.tooSmall', { count: Number(issue.minimum) })
  }
  if (issue.code === 'too_big') {
    return say(issue.origin === 'string' ? 'form.tooLong' : 'form.tooBig', { count: Number(issue.maximum) })
  }
  if (empty) return say('form.missing')
  return say('form.bad')
}
