import { Button } from '@mantine/core'
import { useRef } from 'react'
import type { MorePages } from '../client.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import classes from './data-table.module.css'

/**
 * The end of rows that come page by page: how many there are so far, and the next page on demand. The focus stays here while rows are
 * added above it, also when the last page takes the button away.
 */
export function MoreRows({ count, more }: { readonly count: number; readonly more: MorePages | null }) {
  const t = useText(texts)
  const place = useRef<HTMLDivElement>(null)
  async function load(): Promise<void> {
    await more?.load()
    // A button that is waiting or gone cannot hold the focus; nobody's else is taken.
    if (document.activeElement === document.body) (place.current?.querySelector('button') ?? place.current)?.focus()
  }
  return (
    <div ref={place} tabIndex={-1} className={`${classes.more} no-print`}>
      <span className={classes.count}>{t(more ? 'table.rowsSeen' : 'table.rows', { count })}</span>
      {more ? (
        <Button loading={more.loading} onClick={() => void load()}>
          {t('table.more')}
        </Button>
      ) : null}
    </div>
  )
}
