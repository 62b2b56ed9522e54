import { useMemo, useState } from 'react'
import { fold } from '#kernel/contract/fold.ts'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import { AllocationList } from './allocation-list.part.tsx'
import { AllocationRules } from './allocation-rules.part.tsx'
import { AllocationTargets } from './allocation-targets.part.tsx'
import { BelongingsGoing } from './belongings-going.part.tsx'
import { endsOriginals } from './compose.rules.ts'
import { allocated, nameIn, type Shown, targetsOf } from './targets.rules.ts'
import { leftOver, type StepProps, toAllocate } from './wizard.rules.ts'

/** Where those go who stand directly under the originals: by hand (dragged or moved), by rules, in bulk; then organs and counterparts. */
export function AllocationStep(props: StepProps) {
  const t = useText(actTexts)
  const { draft, onChange, book } = props
  const [added, setAdded] = useState<readonly string[]>([])
  const [shown, setShown] = useState<Shown>('all')
  const [text, setText] = useState('')
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const units = useMemo(() => toAllocate(draft, book), [draft, book])
  const targets = targetsOf(draft, book, added).map((id, at) => ({
    id,
    name: nameIn(draft, book, id) || t('result.titleOf', { number: at + 1 }),
  }))
  const wanted = fold(text)
  const rows = units.filter(
    ({ id, name }) => isShown(shown, draft.allocation[id]) && (wanted === '' || fold(name).includes(wanted)),
  )
  const move = (ids: readonly string[], to: string | null) => {
    onChange({ allocation: allocated(draft.allocation, ids, to) })
    setChecked(new Set())
  }
  return (
    <>
      {units.length === 0 ? (
        <p className="soft">{t('allocation.none')}</p>
      ) : (
        <>
          <p className={classes.state} role="status">
            {stateOf(props, units.length, t)}
          </p>
          <AllocationRules {...props} units={units} targets={targets} />
          <div className={classes.columns}>
            <AllocationList
              rows={rows}
              total={units.length}
              day={props.day}
              targets={targets}
              allocation={draft.allocation}
              stays={draft.kind !== null && !endsOriginals(draft.kind)}
              checked={checked}
              onChecked={setChecked}
              text={text}
              onText={setText}
              onMove={move}
            />
            <AllocationTargets
              {...props}
              units={units}
              targets={targets}
              shown={shown}
              onShown={setShown}
              onMove={move}
              onAdd={(id) => setAdded([...added, id])}
            />
          </div>
        </>
      )}
      <BelongingsGoing {...props} targets={targets} />
    </>
  )
}

function isShown(shown: Shown, to: string | undefined): boolean {
  return shown === 'all' || (shown === 'left' ? to === undefined : to === shown)
}

/** "Còn 12 tổ chức chưa sắp xếp (trong 61)", or that all are. */
function stateOf({ draft, book }: StepProps, count: number, t: ReturnType<typeof useText<keyof typeof actTexts.vi>>) {
  if (draft.kind === null || !endsOriginals(draft.kind)) return t('allocation.optional', { count })
  const left = leftOver(draft, book)
  return left === 0 ? t('allocation.done', { count }) : t('allocation.left', { count: left, total: count })
}
