import { webModule } from '#kernel/web/module.ts'
import { accessTexts } from './access.text.ts'
import { setUpPath } from './who-am-i/session.part.tsx'

export { endSession, loadSession } from './who-am-i/session.part.tsx'

/** The address of the sign-in page. */
export const signInPath = '/dang-nhap'

/** The screens of access: signing in, setting up, one's own account, accounts, the journal. */
export const accessWeb = webModule({
  name: 'access',
  texts: accessTexts,
  pages: [
    { path: signInPath, title: 'page.sign-in', open: true, load: () => import('./sign-in/sign-in.page.tsx') },
    { path: setUpPath, title: 'page.set-up', open: true, load: () => import('./set-up/set-up.page.tsx') },
    {
      path: '/nhat-ky',
      title: 'page.journal',
      nav: { group: 'settings', order: 10 },
      requires: 'access.journal',
      load: () => import('./journal/journal.page.tsx'),
    },
    {
      path: '/danh-sach-tai-khoan',
      title: 'page.accounts',
      nav: { group: 'settings', order: 20 },
      requires: 'access.accounts',
      load: () => import('./accounts/accounts.page.tsx'),
    },
    {
      path: '/tai-khoan',
      title: 'page.own-account',
      nav: { group: 'settings', order: 40 },
      load: () => import('./change-password/own-account.page.tsx'),
    },
  ],
})
