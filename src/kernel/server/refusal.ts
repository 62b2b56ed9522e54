import type { MissingRight, ProblemKind } from '#kernel/contract/problem.ts'
import type { TextParams } from '#kernel/contract/text.ts'
import type { Wanted } from './ports.ts'

interface Details {
  params?: TextParams
  issues?: { at: string; why: { vi: string; en: string } }[]
  wanted?: Wanted & Partial<MissingRight>
  current?: unknown
}

/** Every "no" of the product on its way to becoming an RFC 9457 problem; its sentence is looked up by kind and code. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly kind: ProblemKind
  readonly code: string
  readonly details: Details
  constructor(kind: ProblemKind, code: string, details: Details = {}) {
    super(`${kind}: ${code}`)
    this.kind = kind
    this.code = code
    this.details = details
  }
}
