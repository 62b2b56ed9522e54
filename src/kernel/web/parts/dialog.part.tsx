import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './dialog.module.css'

/** What every dialog takes. */
export interface DialogProps {
  readonly opened: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** The buttons at the foot, the one that acts last. */
  readonly actions?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
}

/** A dialog over the screen; the whole screen on a phone. Focus stays in it, Esc closes it and the focus goes back. */
export function Dialog({ opened, title, onClose, children, actions, size = 'md' }: DialogProps) {
  const t = useText(texts)
  const phone = useMediaQuery('(max-width: 47.99em)')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      centered={!phone}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
      classNames={{ title: classes.title ?? '', body: classes.body ?? '' }}
    >
      {children}
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </Modal>
  )
}
