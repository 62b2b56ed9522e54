import type { InsideHandler } from './handle.ts'
import { Refusal } from './refusal.ts'

interface DatabaseError {
  code: string
  constraint?: string
}

function asDatabaseError(error: unknown): DatabaseError | null {
  const candidate = error as Partial<DatabaseError> | null
  return candidate && typeof candidate.code === 'string' && /^[0-9A-Z]{5}$/.test(candidate.code)
    ? (candidate as DatabaseError)
    : null
}

/** Two transactions met: serialization failure, deadlock, or the same idempotency key at the same moment. */
export function worthAnotherTry(error: unknown): boolean {
  const found = asDatabaseError(error)
  if (!found) return false
  return (
    found.code === '40001' || found.code === '40P01' || (found.code === '23505' && found.constraint === 'answered_pkey')
  )
}

/** A key that exists already (unique, or without overlaps). */
export function metItsOwnRows(error: unknown): boolean {
  const code = asDatabaseError(error)?.code
  return code === '23505' || code === '23P01'
}

/** A named constraint as the refusal that the handler declared for it; anything else goes on as it is. */
export function translateDatabaseError(error: unknown, handler: InsideHandler): unknown {
  const found = asDatabaseError(error)
  if (!found) return error
  if (found.constraint) {
    const code = handler.constraints[found.constraint]
    if (code) return new Refusal('refused', code)
  }
  if (worthAnotherTry(error)) return new Refusal('busy', 'met_another_change')
  return error
}
