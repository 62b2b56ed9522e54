import type { ReactNode } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './figure-mark.module.css'

/** A figure that counts invented units (demo) stands in italics with a sign, on paper too; `FigureNote` beside it explains the sign. */
export function FigureMark({ invented, children }: { readonly invented: boolean; readonly children: ReactNode }) {
  const t = useText(texts)
  if (!invented) return children
  return (
    <span className={classes.invented} title={t('tree.invented')}>
      <span>{children}</span>
      <sup aria-hidden="true">*</sup>
      <span className="unseen"> ({t('tree.invented')})</span>
    </span>
  )
}

/** What the sign at a figure means, beside the list, table or card. */
export function FigureNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes.note}>
      <span aria-hidden="true">* </span>
      {children}
    </p>
  )
}
