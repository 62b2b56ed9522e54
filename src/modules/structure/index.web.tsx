import { say } from '#kernel/contract/text.ts'
import { hrefOf } from '#kernel/web/address.ts'
import { call } from '#kernel/web/call.ts'
import { type SearchAsk, webModule } from '#kernel/web/module.ts'
import { TreeIcon } from '#kernel/web/parts/icons.tsx'
import {
  actPath,
  annexPath,
  comparePath,
  figuresPath,
  homePath,
  importPath,
  listPath,
  reorganisePath,
  treePath,
  unitPath,
} from './addresses.rules.ts'
import { find } from './find/find.contract.ts'
import { HomeIcon } from './home-icon.part.tsx'
import { structureTexts } from './structure.text.ts'

/** Most units that one search shows. */
const mostFound = 12

async function findUnits(text: string, { asOf, language, signal }: SearchAsk) {
  const { units } = await call(find, { text, asOf, limit: mostFound }, { signal })
  return units.map((unit) => ({
    id: unit.id,
    name: unit.name,
    path: unit.path.map(({ name }) => name ?? '…'),
    matched: unit.matched,
    note: unit.alive
      ? ''
      : say(structureTexts, language, unit.until !== null && unit.until <= asOf ? 'find.ended' : 'find.notYet'),
  }))
}

/** The screens of structure: the overview, the tree with its cards, a unit's figures; and how units are found everywhere. */
export const structureWeb = webModule({
  name: 'structure',
  texts: structureTexts,
  pages: [
    {
      path: homePath,
      title: 'page.home',
      nav: { group: 'mine', order: 5, icon: HomeIcon, phone: true },
      load: () => import('./home.page.tsx'),
      requires: 'structure.tree',
    },
    {
      path: treePath,
      title: 'page.tree',
      shortTitle: 'page.tree.short',
      nav: { group: 'organisation', order: 10, icon: TreeIcon, phone: true },
      load: () => import('./tree/tree.page.tsx'),
      requires: 'structure.tree',
      knownOn: true,
    },
    {
      path: unitPath,
      title: 'page.unit',
      load: () => import('./tree/tree.page.tsx'),
      requires: 'structure.card',
      knownOn: true,
    },
    {
      path: reorganisePath,
      title: 'page.reorganise',
      nav: { group: 'organisation', order: 20 },
      load: () => import('./acts/reorganise.page.tsx'),
      requires: 'structure.enter-act',
    },
    { path: actPath, title: 'page.act', load: () => import('./act/act.page.tsx'), requires: 'structure.act' },
    { path: annexPath, title: 'page.annex', load: () => import('./act/annex.page.tsx'), requires: 'structure.act' },
    {
      path: importPath,
      title: 'page.import',
      nav: { group: 'organisation', order: 30 },
      load: () => import('./imports/import-units.page.tsx'),
      requires: 'structure.commit-import',
    },
    {
      path: listPath,
      title: 'page.list',
      load: () => import('./tree/tree-print.page.tsx'),
      requires: 'structure.tree',
      knownOn: true,
    },
    {
      path: figuresPath,
      title: 'page.figures',
      load: () => import('./figures/figures.page.tsx'),
      requires: 'structure.figures',
      knownOn: true,
    },
    {
      path: comparePath,
      title: 'page.compare',
      load: () => import('./compare/compare.page.tsx'),
      requires: 'structure.compare',
    },
  ],
  search: {
    title: 'find.units',
    order: 10,
    requires: 'structure.find',
    find: async (text, ask) =>
      (await findUnits(text, ask)).map((unit) => ({
        id: unit.id,
        title: unit.name,
        detail: [unit.matched, unit.note, unit.path.join(' › ')].filter(Boolean).join(' · '),
        href: hrefOf(unitPath, { unitId: unit.id }),
      })),
  },
  units: {
    find: async (text, ask) =>
      (await findUnits(text, ask)).map(({ id, name, path, note }) => ({ id, name, path, ...(note ? { note } : {}) })),
    href: (unitId) => hrefOf(unitPath, { unitId }),
  },
})
