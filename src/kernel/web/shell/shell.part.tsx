import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useKnownOn } from '../known-on.ts'
import { useFormats, useText } from '../language.ts'
import { usePlaceNow } from '../place.ts'
import type { RouteNote } from '../route-note.ts'
import { useSession } from '../session.ts'
import { BadDay } from './bad-day.part.tsx'
import { BareFrame } from './bare.part.tsx'
import { KnownBand } from './known-band.part.tsx'
import { Navigation, NavigationDrawer } from './navigation.part.tsx'
import { ConnectionBanner, Notices } from './notices.part.tsx'
import { PhoneBar } from './phone-bar.part.tsx'
import { SearchOpener } from './search-opener.part.tsx'
import classes from './shell.module.css'
import { TopBar } from './top-bar.part.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'

/** Everything around a screen: skip link, top bar, navigation, notices; on the phone a bar at the foot. */
export function Shell() {
  const t = useText(texts)
  const session = useSession()
  const note = useRouterState({
    select: (state) => state.matches.at(-1)?.staticData as unknown as Partial<RouteNote> | undefined,
  })
  const [menu, setMenu] = useState(false)
  const title = useTitle(note)
  useFocusOnArrival()

  if (!session.signedIn || note?.page?.open) {
    return (
      <BareFrame>
        <Outlet />
      </BareFrame>
    )
  }
  return (
    <SearchOpener>
      <a className={classes.skip} href="#noi-dung">
        {t('nav.skip')}
      </a>
      <div className={classes.frame}>
        <TopBar />
        <aside className={`${classes.side} no-print`}>
          <Navigation label={t('nav.label')} />
          <Notices />
        </aside>
        <main id="noi-dung" className={classes.main} tabIndex={-1}>
          <PrintHead />
          <ConnectionBanner />
          <BadDay />
          <KnownBand />
          <Outlet />
          <div className={`${classes.foot} no-print`}>
            <Notices />
          </div>
        </main>
        <PhoneBar onMore={() => setMenu(true)} />
      </div>
      <NavigationDrawer opened={menu} onClose={() => setMenu(false)} />
      <div className="unseen" aria-live="polite">
        {title}
      </div>
    </SearchOpener>
  )
}

/** On paper: which product, which unit, of which day, recorded until when. */
function PrintHead() {
  const t = useText(texts)
  const format = useFormats()
  const { asOf } = useAsOf()
  const { knownOn } = useKnownOn()
  const session = useSession()
  const place = usePlaceNow()
  const unit = place.where ?? session.organisation
  return (
    <p className="only-print small">
      {[
        t('product.name'),
        unit?.name,
        t('print.asOf', { date: format.date(asOf) }),
        knownOn ? t('print.knownOn', { date: format.date(knownOn) }) : null,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  )
}

/** The title of the screen in front: what the screen said, else its page's title. Also sets the browser's tab. */
function useTitle(note: Partial<RouteNote> | undefined): string {
  const place = usePlaceNow()
  const own = useText(note?.module?.texts ?? texts) as (key: string) => string
  const title = place.title ?? (note?.page ? own(note.page.title) : '')
  useEffect(() => {
    document.title = title ? `${title} · Liên Chi` : 'Liên Chi'
  }, [title])
  return title
}
