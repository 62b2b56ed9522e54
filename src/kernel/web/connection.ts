import { useSyncExternalStore } from 'react'

/** The server could not be reached; nothing is known about whether the request was done. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('connection lost', { cause })
    this.name = 'ConnectionLost'
  }
}

let lost = false
let probing: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const backListeners = new Set<() => void>()

function set(next: boolean): void {
  if (lost === next) return
  lost = next
  for (const listener of listeners) listener()
  if (!next) for (const listener of backListeners) listener()
}

/** Called by `call` when a request could not reach the server: shows the banner and looks again until it is back. */
export function reportLost(): void {
  set(true)
  if (probing === undefined) probing = setTimeout(probe, 2000, 2000)
}

/** Called by `call` when any answer arrived. */
export function reportAlive(): void {
  if (probing !== undefined) clearTimeout(probing)
  probing = undefined
  set(false)
}

/** Asks at once whether the server is back; then ever more slowly, at most every 15 seconds. */
export async function probe(wait = 2000): Promise<void> {
  if (probing !== undefined) clearTimeout(probing)
  probing = undefined
  try {
    const answer = await fetch('/healthz', { cache: 'no-store' })
    if (answer.ok) return reportAlive()
  } catch {
    // Still away.
  }
  if (lost) probing = setTimeout(probe, wait, Math.min(wait * 1.5, 15_000))
}

/** Whether the connection is lost, kept up to date. */
export function useConnectionLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => lost,
  )
}

/** Runs a function each time the connection comes back; answers the way to stop. */
export function onBack(run: () => void): () => void {
  backListeners.add(run)
  return () => backListeners.delete(run)
}
