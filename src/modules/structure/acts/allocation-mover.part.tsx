import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#kernel/web/language.ts'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import type { Target } from './targets.rules.ts'

/** Without dragging: what is ticked goes to the target chosen. */
export function AllocationMover(props: {
  readonly targets: readonly Target[]
  readonly stays: boolean
  readonly count: number
  readonly onMove: (to: string | null) => void
}) {
  const t = useText(actTexts)
  const [to, setTo] = useState('')
  const wanted = props.targets.some(({ id }) => id === to) ? to : (props.targets[0]?.id ?? '')
  return (
    <div className={classes.mover}>
      <NativeSelect
        size="sm"
        aria-label={t('allocation.to')}
        value={to === 'none' ? 'none' : wanted}
        data={[
          ...props.targets.map(({ id, name }) => ({ value: id, label: t('allocation.moveTo', { name }) })),
          { value: 'none', label: t(props.stays ? 'allocation.letStay' : 'allocation.takeOut') },
        ]}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button
        size="sm"
        disabled={props.count === 0 || (to !== 'none' && wanted === '')}
        onClick={() => props.onMove(to === 'none' ? null : wanted)}
      >
        {t('allocation.move', { count: props.count })}
      </Button>
    </div>
  )
}
