import { webModule } from '../../module.ts'
import { settingsTexts } from './settings.text.ts'

/** The page of the installation's settings; `src/web.tsx` lists it beside the modules. */
export const settingsPages = webModule({
  name: 'settings',
  texts: settingsTexts,
  pages: [
    {
      path: '/thiet-lap-he-thong',
      title: 'page.settings',
      nav: { group: 'settings', order: 30 },
      requires: 'kernel.settings',
      load: () => import('./settings.page.tsx'),
    },
  ],
})
