import { timingSafeEqual } from 'node:crypto'
import { digest } from '#kernel/server/digest.ts'

/** Whether the code typed is the one printed, in capitals or not, with spaces around it or not; how long it takes tells nothing of it. */
export function sameCode(given: string, expected: string): boolean {
  const bare = (code: string) => digest(code.trim().toUpperCase())
  return timingSafeEqual(bare(given), bare(expected))
}
