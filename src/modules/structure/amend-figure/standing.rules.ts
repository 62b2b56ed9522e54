import { z } from 'zod'
import { PlainDate } from '#kernel/contract/dates.ts'

const Standing = z.object({
  value: z.int(),
  qualifier: z.enum(['exact', 'about', 'nearly', 'over']),
  as_of_on: PlainDate,
  definition_vi: z.string(),
  version: z.int(),
})

/** What stands now in place of the version that was seen. */
export interface StandingFigure {
  readonly value: number
  readonly qualifier: 'exact' | 'about' | 'nearly' | 'over'
  readonly on: PlainDate
  readonly definition: string
  readonly version: number
}

/** Reads the version that a conflict answers with; null when it says nothing readable. */
export function standingOf(current: unknown): StandingFigure | null {
  const read = Standing.safeParse(current)
  if (!read.success) return null
  const { value, qualifier, version } = read.data
  return { value, qualifier, version, on: read.data.as_of_on, definition: read.data.definition_vi }
}
