import { useEffect } from 'react'
import { type Command, useCommand } from '#kernel/web/client.ts'
import { previewAct } from '../preview-act/preview-act.contract.ts'
import type { ActInput } from './act-input.contract.ts'

const nothing: readonly never[] = []

/** Rehearses an act as soon as it is there, and again when it becomes another; changes nothing, so nothing grows stale by it. */
export function useRehearsal(act: ActInput | null, corrects: string | undefined): Command<typeof previewAct> {
  const rehearsal = useCommand(previewAct, { refresh: nothing })
  const text = JSON.stringify(act)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same act is rehearsed once
  useEffect(() => {
    // What is refused stands in `problem`, a lost connection in `lost`.
    if (act) rehearsal.send(corrects ? { act, corrects } : { act }).catch(() => undefined)
  }, [text, corrects])
  return rehearsal
}
