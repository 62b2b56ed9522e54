import { texts } from '../kernel.text.ts'
import { webModule } from '../module.ts'

/** The kernel's own pages: only the sheet of samples on which every part of a screen is looked at. */
export const kernelPages = webModule({
  name: 'kernel',
  texts,
  pages: [{ path: '/dev/parts', title: 'page.parts', load: () => import('./parts-sample/parts-sample.page.tsx') }],
})
