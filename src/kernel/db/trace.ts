import { AsyncLocalStorage } from 'node:async_hooks'
import { openWork } from './open-work.ts'

/** Whose statement this is: set where a module's door runs SQL of its own for another module's capability. */
const atDoorOf = new AsyncLocalStorage<string>()

/** Runs a door of a module: the statements inside are that module's, whoever called (docs/generated/queries.sql). */
export function asDoorOf<T>(module: string, run: () => Promise<T>): Promise<T> {
  return atDoorOf.run(module, run)
}

/** Under which heading of queries.sql a statement sent now belongs; null outside any handler. */
export function headingOfStatement(): string | null {
  const open = openWork.getStore()
  if (!open || open.closed) return null
  const module = atDoorOf.getStore()
  return module ? `${module}.door` : open.capability
}
