import type { ComponentType } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Language, Texts } from '#kernel/contract/text.ts'

/** The groups of the left navigation, in the order they stand there. */
export const navGroups = ['mine', 'work', 'organisation', 'lookup', 'settings'] as const
export type NavGroup = (typeof navGroups)[number]

/** Where a page stands in the navigation. A page without it is reached by its address, a link or the search box. */
export interface NavPlace {
  readonly group: NavGroup
  /** Smaller stands higher within the group; leave gaps (10, 20, 30). */
  readonly order: number
  /** A small icon for the phone's bottom bar (see `parts/icons.tsx`). */
  readonly icon?: ComponentType
  /** Stands in the phone's bottom bar (at most two pages of the whole product). */
  readonly phone?: boolean
  /** A hook that answers the small figure beside the title (what waits); undefined or 0 shows nothing. */
  readonly useCount?: () => number | undefined
}

/** One screen and its address. */
export interface PageEntry<K extends string = string> {
  /** Path in the product; a part beginning with `$` is a parameter: `/to-chuc/$unitId`. Vietnamese words without diacritics. */
  readonly path: string
  /** Key of the page's title in the module's texts: for the navigation, the tab and the search box. */
  readonly title: K
  /** Key of a title of a word or two, for the phone's bottom bar where `title` is longer than that. */
  readonly shortTitle?: K
  readonly nav?: NavPlace
  /** Loads the screen when first visited: `() => import('./tree/tree.page.tsx')`. The screen is the file's default export. */
  readonly load: () => Promise<{ default: ComponentType }>
  /** Name of the capability this screen lives on: without it in the session's `may`, the page is neither listed nor opened. */
  readonly requires?: string
  /** Answers what was recorded until a day (`useKnownOn`); any other page drops that day from the address, and the shell says so. */
  readonly knownOn?: boolean
  /** Shown without a session and outside the shell (sign-in, an agency head's own form). */
  readonly open?: boolean
}

/** What a source of the search box is asked. */
export interface SearchAsk {
  readonly asOf: PlainDate
  readonly language: Language
  readonly signal: AbortSignal
}

/** One line the search box found. */
export interface SearchHit {
  readonly id: string
  readonly title: string
  /** What tells it apart from its namesakes: the unit's path, a document's date. */
  readonly detail?: string
  /** Address inside the product, as `hrefOf` makes it. */
  readonly href: string
}

/** A source of the search box (Ctrl/⌘ K). Asked after a short pause in typing, with the text as typed. */
export interface SearchSource<K extends string = string> {
  /** Key of the heading over its hits. */
  readonly title: K
  readonly order: number
  readonly requires?: string
  readonly find: (text: string, ask: SearchAsk) => Promise<readonly SearchHit[]>
}

/** A unit as pickers and the *where* of the top bar show it. */
export interface UnitChoice {
  readonly id: string
  readonly name: string
  /** Names of the units above it, the highest first. */
  readonly path: readonly string[]
  /** Short note at the right: kind, or "đã kết thúc". */
  readonly note?: string
}

/** How units are found. Exactly one module (structure) hands it to the kernel; `UnitPicker` and the top bar use it. */
export interface UnitSource {
  readonly find: (text: string, ask: SearchAsk) => Promise<readonly UnitChoice[]>
  /** The address of a unit's own page. */
  readonly href: (unitId: string) => string
}

/**
 * A module's table of contents for the browser: the one export of its `index.web.tsx`, listed in `src/web.tsx`.
 *
 *     export const structureWeb = webModule({
 *       name: 'structure',
 *       texts,
 *       pages: [{ path: '/to-chuc', title: 'page.tree', nav: { group: 'organisation', order: 10 },
 *                 load: () => import('./tree/tree.page.tsx'), requires: 'structure.tree' }],
 *     })
 */
export interface WebModule<K extends string = string> {
  readonly name: string
  readonly texts: Texts<K>
  readonly pages: readonly PageEntry<K>[]
  readonly search?: SearchSource<K>
  readonly units?: UnitSource
}

/** Declares a module for the browser, checking that every title is a key of its texts. */
export function webModule<K extends string>(module: WebModule<K>): WebModule {
  return module as unknown as WebModule
}
