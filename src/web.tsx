import { startApp } from '#kernel/web/app.tsx'
import type { WebModule } from '#kernel/web/module.ts'
import { settingsPages } from '#kernel/web/pages/settings/settings.pages.ts'
import { accessWeb, endSession, loadSession, signInPath } from '#modules/access/index.web.tsx'
import { structureWeb } from '#modules/structure/index.web.tsx'

/** The modules of the product for the browser, in the order of `src/modules.ts`: each one's `index.web.tsx`. */
const modules: readonly WebModule[] = [structureWeb, accessWeb, settingsPages]

startApp({ modules, loadSession, signOut: endSession, signInPath })
