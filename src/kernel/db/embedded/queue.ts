/** A fair queue for the one connection: who asks first gets it first. */
export interface Queue {
  /** Waits for the turn; resolves with the function that ends it (calling it again does nothing). Rejects once the queue is closed. */
  enter(): Promise<() => void>
  /** How many wait, not counting the one whose turn it is. */
  waiting(): number
  /** Refuses everybody who waits or comes later with this error. */
  close(reason: Error): void
}

/** Makes an open queue. */
export function makeQueue(): Queue {
  const waiting: { go: () => void; refuse: (reason: Error) => void }[] = []
  let busy = false
  let closed: Error | undefined

  function leave(): void {
    const next = waiting.shift()
    if (next) next.go()
    else busy = false
  }

  function turn(): () => void {
    let left = false
    return () => {
      if (left) return
      left = true
      leave()
    }
  }

  return {
    async enter() {
      if (closed) throw closed
      if (!busy) {
        busy = true
        return turn()
      }
      await new Promise<void>((go, refuse) => waiting.push({ go, refuse }))
      return turn()
    },
    waiting: () => waiting.length,
    close(reason) {
      closed = reason
      for (const one of waiting.splice(0)) one.refuse(reason)
    },
  }
}
