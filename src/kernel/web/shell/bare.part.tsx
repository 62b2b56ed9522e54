import type { ReactNode } from 'react'
import { Mark } from '../parts/icons.tsx'
import bar from './bar.module.css'
import { ConnectionBanner, Notices } from './notices.part.tsx'
import { LanguageChoice } from './preferences-choice.part.tsx'
import classes from './shell.module.css'

/** The frame of pages that need no session: the mark, the language, and the page alone. */
export function BareFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.bare}>
      <header className={classes.bareBar}>
        <span className={bar.brand}>
          <Mark />
          Liên Chi
        </span>
        <LanguageChoice />
      </header>
      <main id="noi-dung" className={classes.bareMain} tabIndex={-1}>
        <ConnectionBanner />
        {children}
      </main>
      <footer className={classes.bareFoot}>
        <Notices />
      </footer>
    </div>
  )
}
