import { remember, remembered } from './preferences.ts'
import type { Session } from './session.ts'

const key = 'capacity'

/** The grant by which this tab acts; null where the person holds one at most. Two windows may work in two capacities. */
export function chosenCapacity(): string | null {
  try {
    return sessionStorage.getItem(`lienchi.${key}`)
  } catch {
    return null
  }
}

/** Chooses the grant by which this tab acts from the next call on, and remembers it for the next window. */
export function chooseCapacity(id: string | null): void {
  remember(key, id)
  try {
    if (id === null) sessionStorage.removeItem(`lienchi.${key}`)
    else sessionStorage.setItem(`lienchi.${key}`, id)
  } catch {
    // Storage closed: nothing is chosen, and a deed that needs a choice says so.
  }
}

/**
 * Makes the choice fit what the person holds now: whoever holds several acts in one of them, the one last used if it still holds; whoever
 * holds one needs no choice. True: it changed, and the session must be asked again.
 */
export function settleCapacity({ capacities }: Pick<Session, 'capacities'>): boolean {
  const chosen = chosenCapacity()
  const holds = (id: string | null) => capacities.some((one) => one.id === id)
  const last = remembered(key)
  const fitting = capacities.length < 2 ? null : holds(chosen) ? chosen : holds(last) ? last : capacities[0]!.id
  if (fitting === chosen) return false
  chooseCapacity(fitting)
  return chosenCapacity() === fitting
}
