import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { navFor, type PageOf } from '../modules.ts'
import { MenuIcon, SearchIcon } from '../parts/icons.tsx'
import { PageLink } from '../parts/link.part.tsx'
import { useSession } from '../session.ts'
import classes from './nav.module.css'
import { useIsHere } from './navigation.part.tsx'
import { useOpenSearch } from './search-opener.part.tsx'

/** The bar at the foot of a phone: at most two screens, search, and the rest. */
export function PhoneBar({ onMore }: { readonly onMore: () => void }) {
  const t = useText(texts)
  const openSearch = useOpenSearch()
  const pinned = navFor(useSession())
    .filter(({ page }) => page.nav?.phone)
    .slice(0, 2)
  return (
    <div className={`${classes.phoneBar} no-print`}>
      {pinned.map((entry) => (
        <Pinned key={entry.page.path} entry={entry} />
      ))}
      <button type="button" onClick={openSearch}>
        <SearchIcon size="1.4rem" />
        {t('search.short')}
      </button>
      <button type="button" onClick={onMore}>
        <MenuIcon size="1.4rem" />
        {t('nav.more')}
      </button>
    </div>
  )
}

function Pinned({ entry }: { readonly entry: PageOf }) {
  const t = useText(entry.module.texts)
  const here = useIsHere(entry.page.path)
  const Icon = entry.page.nav?.icon
  return (
    <PageLink href={entry.page.path} aria-current={here ? 'page' : undefined}>
      {Icon ? <Icon /> : null}
      {t(entry.page.shortTitle ?? entry.page.title)}
    </PageLink>
  )
}
