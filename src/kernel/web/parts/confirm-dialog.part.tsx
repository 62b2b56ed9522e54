import { Button, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { fold } from '#kernel/contract/fold.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './dialog.module.css'
import { Dialog } from './dialog.part.tsx'
import { WarnIcon } from './icons.tsx'

/** What a question before an act takes. */
export interface ConfirmDialogProps {
  readonly opened: boolean
  /** The question: "Kết thúc hoạt động Chi bộ Phòng Bản đồ?" */
  readonly title: string
  /** What the button does, in words: "Kết thúc hoạt động", never "OK". */
  readonly act: string
  readonly onAct: () => unknown
  readonly onClose: () => void
  readonly children?: ReactNode
  /** What it will touch, line by line. */
  readonly touches?: readonly ReactNode[]
  /** Says that it cannot be undone. */
  readonly irrevocable?: boolean
  /** The button does not work: what keeps it stands in the children. */
  readonly blocked?: boolean
  /** A word to type before the button works, for what is grave. */
  readonly word?: string
  readonly pending?: boolean
}

/** Asks before an act: says what it touches and whether it can be undone, before and not after. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useText(texts)
  const [typed, setTyped] = useState('')
  const ready = !props.blocked && (props.word === undefined || fold(typed) === fold(props.word))
  return (
    <Dialog
      opened={props.opened}
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('dialog.cancel')}</Button>
          <Button
            variant="filled"
            disabled={!ready}
            loading={props.pending ?? false}
            onClick={() => void props.onAct()}
          >
            {props.act}
          </Button>
        </>
      }
    >
      {props.irrevocable ? (
        <div className={classes.warning}>
          <WarnIcon />
          {t('confirm.irrevocable')}
        </div>
      ) : null}
      {props.children}
      {props.touches?.length ? (
        <div className={classes.touches}>
          {t('confirm.touches')}
          <ul>
            {props.touches.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines are said once and do not move
              <li key={at}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {props.word === undefined ? null : (
        <TextInput
          label={t('confirm.type', { word: props.word })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
    </Dialog>
  )
}
