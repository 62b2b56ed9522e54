import type { PageEntry, WebModule } from './module.ts'

/** What a route carries for the shell: its page and its module. */
export interface RouteNote {
  readonly page: PageEntry
  readonly module: WebModule
}
