import { useEffect, useState } from 'react'
import { draft as draftContract } from '#kernel/capabilities/draft/draft.contract.ts'
import { call } from '#kernel/web/call.ts'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import type { WizardDraft } from './wizard.rules.ts'
import { type KeptWizardProps, WizardFrame } from './wizard-frame.part.tsx'

/** The wizard, taken up where it was left: it waits for the draft, so that no step is shown that is not the one meant. */
export function KeptWizard(props: KeptWizardProps) {
  const { capability, draftKey, initial } = props
  const [found, setFound] = useState<WizardDraft | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; whoever opens another one makes a new wizard
  useEffect(() => {
    const asking = new AbortController()
    call(draftContract, { capability, key: draftKey }, { signal: asking.signal })
      .then(({ draft }) => setFound({ ...initial, ...(draft?.value as Partial<WizardDraft> | undefined) }))
      .catch(() => {
        if (!asking.signal.aborted) setFound(initial)
      })
    return () => asking.abort()
  }, [])
  return found ? <WizardFrame {...props} found={found} /> : <LoadingState lines={8} />
}
