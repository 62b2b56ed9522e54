import { useEffect } from 'react'
import { type Command, useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { WarnIcon } from '#kernel/web/parts/icons.tsx'
import { LoadingState } from '#kernel/web/parts/loading.part.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { BlockLine } from '../acts/block-line.part.tsx'
import { CommandProblem } from '../acts/command-problem.part.tsx'
import rehearsal from '../acts/rehearsal.module.css'
import { previewUndo } from '../preview-undo/preview-undo.contract.ts'
import classes from './act.module.css'
import { useTouches } from './touches.part.tsx'

const nothing: readonly never[] = []

/** Rehearses the taking back of an act as soon as it is asked for; changes nothing, so nothing grows stale by it. */
export function useWithdrawal(actId: string): Command<typeof previewUndo> {
  const preview = useCommand(previewUndo, { refresh: nothing })
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each act
  useEffect(() => {
    // What is refused stands in `problem`, a lost connection in `lost`.
    preview.send({ actId }).catch(() => undefined)
  }, [actId])
  return preview
}

/** What taking an act back would do, before it is done; or what stands on it and keeps it, each with the way there. */
export function Withdrawal(props: { readonly preview: Command<typeof previewUndo>; readonly cannot: string }) {
  const t = useText(actTexts)
  const touches = useTouches()
  const { preview } = props
  if (preview.problem || preview.lost) return <CommandProblem command={preview} />
  if (!preview.answer) return <LoadingState lines={3} />
  const { blocks } = preview.answer
  if (blocks.length > 0) {
    return (
      <section className={rehearsal.blocks} role="alert">
        <h3>
          <WarnIcon /> {props.cannot}
        </h3>
        <ul>
          {blocks.map((block) => (
            <BlockLine key={block.act?.id ?? block.why.vi} block={block} />
          ))}
        </ul>
      </section>
    )
  }
  return (
    <section className={classes.touches} aria-label={t('touches.title')}>
      <b>{t('touches.title')}</b>
      <ul>
        {touches(preview.answer).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
