import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useKnownOn } from '../known-on.ts'
import { useFormats, useText } from '../language.ts'
import { Mark, SearchIcon } from '../parts/icons.tsx'
import { PageLink } from '../parts/link.part.tsx'
import classes from './bar.module.css'
import { PersonMenu } from './person-menu.part.tsx'
import { useOpenSearch } from './search-opener.part.tsx'
import { When } from './when.part.tsx'
import { Where } from './where.part.tsx'

/** The bar at the top: the mark, where, when, search, who. It changes colour when another day than today is asked, or what was recorded until one. */
export function TopBar() {
  const t = useText(texts)
  const format = useFormats()
  const { asOf, other } = useAsOf()
  const { knownOn } = useKnownOn()
  const openSearch = useOpenSearch()
  return (
    <header
      className={`${classes.bar} no-print`}
      data-other-day={other || undefined}
      data-known-on={knownOn ? true : undefined}
    >
      <PageLink href="/" className={classes.brand} aria-label={t('product.name')}>
        <Mark />
        <span>{t('product.name')}</span>
      </PageLink>
      <Where />
      <When />
      <button type="button" className={classes.find} onClick={openSearch} aria-keyshortcuts="Control+K Meta+K">
        <SearchIcon />
        <span>{t('search.open')}</span>
        <kbd>{isApple() ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <PersonMenu />
      {other ? <span className="unseen">{t('when.past', { date: format.date(asOf) })}</span> : null}
    </header>
  )
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
