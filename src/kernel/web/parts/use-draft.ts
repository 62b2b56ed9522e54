import { useCallback, useEffect, useRef, useState } from 'react'
import { draft as draftContract } from '#kernel/capabilities/draft/draft.contract.ts'
import { dropDraft } from '#kernel/capabilities/drop-draft/drop-draft.contract.ts'
import { keepDraft } from '#kernel/capabilities/keep-draft/keep-draft.contract.ts'
import { call } from '../call.ts'

/** A form's draft: kept by the server for this person alone, so that a closed tab or another machine loses nothing. */
export interface Draft {
  /** When it was last kept, as an ISO instant. */
  readonly savedAt: string | null
  /** True when what is shown came from an earlier visit. */
  readonly takenUp: boolean
  /** Keeps these values a moment after the last change; `about` tells it in the list of one's drafts. */
  readonly keep: (values: Record<string, unknown>, about?: string) => void
  /** Forgets it: it was sent, or is not wanted. */
  readonly drop: () => Promise<void>
}

const pause = 1200

/** The draft of a capability under a key (a unit, a period). `onFound` gets what was kept at an earlier visit. */
export function useDraft(
  capability: string,
  key: string | null,
  onFound: (values: Record<string, unknown>) => void,
): Draft {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [takenUp, setTakenUp] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef<{ value: Record<string, unknown>; about?: string } | null>(null)
  const found = useRef(onFound)
  found.current = onFound

  const flush = useCallback(async () => {
    clearTimeout(timer.current)
    const kept = waiting.current
    waiting.current = null
    if (key === null || kept === null) return
    try {
      setSavedAt((await call(keepDraft, { capability, key, ...kept })).savedAt)
    } catch {
      // The form itself still holds everything; the connection's banner says what is wrong.
      waiting.current ??= kept
    }
  }, [capability, key])

  useEffect(() => {
    if (key === null) return
    const asking = new AbortController()
    call(draftContract, { capability, key }, { signal: asking.signal })
      .then(({ draft }) => {
        if (!draft || waiting.current) return
        setSavedAt(draft.savedAt)
        setTakenUp(true)
        found.current(draft.value)
      })
      .catch(() => {})
    const leave = () => void flush()
    document.addEventListener('visibilitychange', leave)
    return () => {
      asking.abort()
      document.removeEventListener('visibilitychange', leave)
      leave()
    }
  }, [capability, key, flush])

  const keep = useCallback(
    (value: Record<string, unknown>, about?: string) => {
      if (key === null) return
      waiting.current = { value, ...(about ? { about } : {}) }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pause)
    },
    [key, flush],
  )
  const drop = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = null
    setSavedAt(null)
    setTakenUp(false)
    if (key !== null) await call(dropDraft, { capability, key }).catch(() => {})
  }, [capability, key])

  return { savedAt, takenUp, keep, drop }
}
