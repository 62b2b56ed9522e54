import { useEffect, useState } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './states.module.css'

/** Whether `after` milliseconds have passed since this was first shown: nothing turns for what takes under 200 ms. */
export function useLater(after = 200): boolean {
  const [later, setLater] = useState(after <= 0)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), after)
    return () => clearTimeout(timer)
  }, [after])
  return later
}

/** Grey lines where content will stand. Shows nothing for the first 200 ms. */
export function LoadingState({ lines = 6, after = 200 }: { readonly lines?: number; readonly after?: number }) {
  const t = useText(texts)
  const later = useLater(after)
  if (!later) return <div aria-busy="true" />
  return (
    <div className={classes.loading} role="status" aria-busy="true">
      <span className="unseen">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <i key={line} style={{ width: `${[92, 74, 83, 60, 88, 51][line % 6]}%` }} />
      ))}
    </div>
  )
}
