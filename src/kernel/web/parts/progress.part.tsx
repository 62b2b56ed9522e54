import { Progress as Bar, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { Chip, type ChipTone } from './chip.part.tsx'
import classes from './progress.module.css'

/** How a piece of long work stands. */
export interface ProgressProps {
  /** What is being done: "Nhập danh sách đảng viên, tệp dang-vien.xlsx". */
  readonly title: ReactNode
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly done: number
  /** Unknown as long as it is not counted. */
  readonly total?: number
  readonly accepted?: number
  readonly refused?: number
  /** Why it stopped, or what remains to be said at the end. */
  readonly note?: ReactNode
  /** Address of the file of refused rows with their reasons, to be corrected and sent in again. */
  readonly report?: string
  readonly onStop?: () => void
}

const tones: Readonly<Record<ProgressProps['state'], ChipTone>> = {
  waiting: 'plain',
  running: 'plain',
  done: 'ok',
  failed: 'late',
}

/** Long work: how far, what was taken in and refused; one may leave and find it again; it ends in a report. */
export function Progress(props: ProgressProps) {
  const t = useText(texts)
  const { state, done, total, accepted, refused } = props
  const busy = state === 'waiting' || state === 'running'
  const said = figuresSaid(props)
  return (
    <div className={`${classes.progress} sheet padded`}>
      <div className={classes.head}>
        <b>{props.title}</b>
        <Chip tone={state === 'done' && refused ? 'warn' : tones[state]}>{t(`progress.${state}`)}</Chip>
      </div>
      {busy ? (
        <HowFar
          share={state === 'waiting' ? 0 : total ? Math.min(100, (done / total) * 100) : null}
          label={typeof props.title === 'string' ? props.title : t(`progress.${state}`)}
        />
      ) : null}
      <div className={classes.figures} role="status">
        {said ? <span>{t(`progress.${said}`, { done, total: total ?? 0 })}</span> : null}
        {accepted === undefined ? null : <span>{t('progress.accepted', { count: accepted })}</span>}
        {refused ? <span className={classes.refused}>{t('progress.refused', { count: refused })}</span> : null}
      </div>
      {props.note ? <p className={classes.note}>{props.note}</p> : null}
      {busy ? <p className={classes.note}>{t('progress.left')}</p> : null}
      {props.report || (busy && props.onStop) ? (
        <div className={classes.actions}>
          {props.report ? (
            <Button component="a" href={props.report} download>
              {t('progress.report')}
            </Button>
          ) : null}
          {busy && props.onStop ? <Button onClick={props.onStop}>{t('progress.stop')}</Button> : null}
        </div>
      ) : null}
    </div>
  )
}

/** Which sentence tells how far it is; none while it waits, and none at the end, where what was taken in is told instead. */
function figuresSaid({ state, done, total }: ProgressProps): 'of' | 'soFar' | 'stopped' | null {
  if (state === 'running') return total ? 'of' : done > 0 ? 'soFar' : null
  return state === 'failed' && total ? 'stopped' : null
}

/** The bar: so many per cent, or (null) stripes that claim no share, neither to the eye nor to a screen reader. */
function HowFar({ share, label }: { readonly share: number | null; readonly label: string }) {
  return (
    <Bar.Root
      size="md"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { 'aria-valuenow': Math.round(share) })}
    >
      <Bar.Section
        withAria={false}
        value={share ?? 100}
        striped={share === null}
        animated={share === null}
        color="var(--bar-ok)"
      />
    </Bar.Root>
  )
}
