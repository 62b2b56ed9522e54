import { type Language, say } from '#kernel/contract/text.ts'
import type { PageEntry, UnitSource, WebModule } from './module.ts'
import type { Session } from './session.ts'

let known: readonly WebModule[] = []

/** Keeps the list of modules for the shell and the pickers; called once at the start. */
export function setWebModules(modules: readonly WebModule[]): void {
  known = modules
}

/** The modules of this product, in their order. */
export function webModules(): readonly WebModule[] {
  return known
}

/** A page with the module whose texts name it. */
export interface PageOf {
  readonly page: PageEntry
  readonly module: WebModule
}

/** The pages this person may open. */
export function pagesFor(session: Session): readonly PageOf[] {
  return known.flatMap((module) =>
    module.pages
      .filter((page) => !page.open && (!page.requires || session.may.includes(page.requires)))
      .map((page) => ({ page, module })),
  )
}

/** The pages of the navigation for this person, in their order within groups. */
export function navFor(session: Session): readonly PageOf[] {
  return pagesFor(session)
    .filter(({ page }) => page.nav)
    .sort((a, b) => (a.page.nav?.order ?? 0) - (b.page.nav?.order ?? 0))
}

/** The title of the screen that lives on a capability, to name a right in a person's words; undefined when no screen does. */
export function titleOfCapability(capability: string, language: Language): string | undefined {
  for (const module of known) {
    const page = module.pages.find((one) => one.requires === capability)
    if (page) return say(module.texts, language, page.title)
  }
  return undefined
}

/** How units are found, if a module offers it. */
export function unitSource(): UnitSource | undefined {
  return known.find((module) => module.units)?.units
}
