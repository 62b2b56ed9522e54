import type { ReactNode } from 'react'
import classes from './chip.module.css'

/**
 * What a chip means: `ok` done, agrees · `warn` soon, differs · `late` overdue, refused · `gold` honours, anniversaries ·
 * `plain` a kind · `unsure` no source (dotted) · `invented` illustrative data (outlined).
 */
export type ChipTone = 'ok' | 'warn' | 'late' | 'gold' | 'plain' | 'unsure' | 'invented'

/** A word or two in a coloured box. The word says it; the colour only helps. */
export function Chip({ tone = 'plain', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return <span className={`${classes.chip} ${classes[tone]}`}>{children}</span>
}
