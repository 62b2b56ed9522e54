import { Drawer } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { type NavPlace, navGroups } from '../module.ts'
import { navFor, type PageOf } from '../modules.ts'
import { PageLink } from '../parts/link.part.tsx'
import { useSession } from '../session.ts'
import classes from './nav.module.css'

/** The screens of this person, in their groups. */
export function Navigation({ label, onGo }: { readonly label: string; readonly onGo?: () => void }) {
  const t = useText(texts)
  const entries = navFor(useSession())
  return (
    <nav aria-label={label} className={classes.nav}>
      {navGroups.map((group) => {
        const mine = entries.filter(({ page }) => page.nav?.group === group)
        if (mine.length === 0) return null
        return (
          <div key={group} className={classes.group}>
            {group === 'mine' ? null : <h2>{t(`nav.${group}`)}</h2>}
            <ul>
              {mine.map((entry) => (
                <li key={entry.page.path}>
                  <NavEntry entry={entry} {...(onGo ? { onGo } : {})} />
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}

function NavEntry({ entry, onGo }: { readonly entry: PageOf; readonly onGo?: () => void }) {
  const t = useText(entry.module.texts)
  const here = useIsHere(entry.page.path)
  return (
    <PageLink href={entry.page.path} aria-current={here ? 'page' : undefined} onClick={onGo}>
      <span>{t(entry.page.title)}</span>
      <NavCount nav={entry.page.nav} />
    </PageLink>
  )
}

/** Whether the address is this page or one below it. */
export function useIsHere(path: string): boolean {
  return useLocation({ select: (at) => at.pathname === path || (path !== '/' && at.pathname.startsWith(`${path}/`)) })
}

const noCount = () => undefined

function NavCount({ nav }: { readonly nav: NavPlace | undefined }) {
  const format = useFormats()
  const count = (nav?.useCount ?? noCount)()
  return count ? <span className={classes.count}>{format.number(count)}</span> : null
}

/** The same list from the side, on small screens. */
export function NavigationDrawer({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText(texts)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size="20rem"
      title={t('nav.label')}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <Navigation label={t('nav.label')} onGo={onClose} />
    </Drawer>
  )
}
