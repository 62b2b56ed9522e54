import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** File names and their content. */
export type Tree = Readonly<Record<string, string>>

/** A breach put into the tree on purpose, and what the laws must say of it: `rule: file`. */
export interface Plant {
  readonly breaks: string
  readonly files: Tree
  readonly found: readonly string[]
}

/** Writes a tree into a temporary folder. It is removed by `remove()`. */
export function plant(tree: Tree): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'lienchi-law-'))
  for (const [file, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content)
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

/** Makes a link that leads nowhere: a file that is on disk and cannot be read. */
export function plantUnreadable(root: string, file: string): void {
  symlinkSync('nowhere', join(root, file))
}

function packages(...names: string[]): Tree {
  return Object.fromEntries(
    names.flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' })],
      [`node_modules/${name}/index.js`, 'export default {}\n'],
    ]),
  )
}

/** A small house that keeps every law: two storeys, both sides, doors, tests, and packages that are only names. */
export const clean: Tree = {
  ...packages('kysely', 'hono', 'zod', 'temporal-polyfill', 'react', '@mantine/core', 'left-pad'),
  'package.json': JSON.stringify({
    name: 'planted',
    type: 'module',
    imports: { '#kernel/*': './src/kernel/*', '#modules/*': './src/modules/*', '#test/*': './test/*' },
    dependencies: { kysely: '1', hono: '1', zod: '1', 'temporal-polyfill': '1' },
    devDependencies: { react: '1', '@mantine/core': '1' },
  }),
  'src/kernel/contract/contract.ts': `import 'zod'\nexport const contract = 1\n`,
  'src/kernel/contract/dates.ts': `import 'temporal-polyfill'\nexport type PlainDate = string\n`,
  'src/kernel/db/db.ts': `import kysely from 'kysely'\nexport const db = kysely\n`,
  'src/kernel/server/handle.ts': `import { readFileSync } from 'node:fs'\nimport { db } from '#kernel/db/db.ts'\nexport const handle = [db, readFileSync]\n`,
  'src/kernel/cli/cli.ts': `import { handle } from '../server/handle.ts'\nexport const cli = handle\n`,
  'src/kernel/web/client.ts': `import { contract } from '#kernel/contract/contract.ts'\nexport const client = contract\n`,
  'src/kernel/web/shell.part.tsx': `import react from 'react'\nimport core from '@mantine/core'\nexport const Shell = () => <p>{[react, core].length}</p>\n`,
  'src/modules/structure/index.ts': `export { words } from './structure.rules.ts'\n`,
  'src/modules/structure/index.server.ts': `export { find } from './unit.read.ts'\n`,
  'src/modules/structure/index.web.tsx': `export const web = { load: () => import('./tree/tree.page.tsx') }\n`,
  'src/modules/structure/structure.module.ts': `import tree from './tree/tree.query.ts'\nexport const structure = [tree]\n`,
  'src/modules/structure/structure.rules.ts': `import type { PlainDate } from '#kernel/contract/dates.ts'\nexport const words = (day: PlainDate) => day\n`,
  'src/modules/structure/unit.read.ts': `import { db } from '#kernel/db/db.ts'\nexport const find = db\n`,
  'src/modules/structure/permissions.ts': 'export const permissions = []\n',
  'src/modules/structure/README.md': '# structure\n',
  'src/modules/structure/migrations/20260101T0900_unit.sql': 'create schema structure;\n',
  'src/modules/structure/tree/tree.contract.ts': `import { contract } from '#kernel/contract/contract.ts'\nexport const tree = contract\n`,
  'src/modules/structure/tree/tree.query.ts': `import { handle } from '#kernel/server/handle.ts'\nimport { find } from '../unit.read.ts'\nimport { tree } from './tree.contract.ts'\nexport default [handle, find, tree]\n`,
  'src/modules/structure/tree/tree.page.tsx': `import { client } from '#kernel/web/client.ts'\nimport { Shell } from '#kernel/web/shell.part.tsx'\nimport { tree } from './tree.contract.ts'\nexport default () => <Shell key={[client, tree].length} />\n`,
  'src/modules/structure/tree/tree.test.ts': `import { harness } from '#test/harness.ts'\nimport { structure } from '../structure.module.ts'\nexport default [harness, structure]\n`,
  'src/modules/access/index.ts': 'export const verbs = []\n',
  'src/modules/access/access.module.ts': `import grant from './grant/grant.command.ts'\nexport const access = [grant]\n`,
  'src/modules/access/access.text.vi.ts': `export const vi = { title: 'Quyền' }\n`,
  'src/modules/access/access.text.en.ts': `export const en = { title: 'Rights' }\n`,
  'src/modules/access/grant/grant.contract.ts': `import { words } from '#modules/structure/index.ts'\nexport const grant = words\n`,
  'src/modules/access/grant/grant.command.ts': `import { find } from '#modules/structure/index.server.ts'\nimport { grant } from './grant.contract.ts'\nexport default [find, grant]\n`,
  'src/modules/access/grant/grant.page.tsx': `import { web } from '#modules/structure/index.web.tsx'\nimport { grant } from './grant.contract.ts'\nexport default () => <p>{[web, grant].length}</p>\n`,
  'src/modules/access/grant/grant.test.ts': `import { structure } from '#modules/structure/structure.module.ts'\nexport default structure\n`,
  'src/modules.ts': `export const moduleOrder = ['structure', 'access']\n`,
  'src/main.ts': `import hono from 'hono'\nimport { access } from '#modules/access/access.module.ts'\nimport { structure } from '#modules/structure/structure.module.ts'\nimport { moduleOrder } from './modules.ts'\nexport default [hono, access, structure, moduleOrder]\n`,
  'src/web.tsx': `import { web } from '#modules/structure/index.web.tsx'\nexport default web\n`,
  'test/harness.ts': `import { structure } from '#modules/structure/structure.module.ts'\nexport const harness = structure\n`,
  'tools/gen.ts': `import { structure } from '../src/modules/structure/structure.module.ts'\nexport const gen = structure\n`,
}

const s = 'src/modules/structure'
const a = 'src/modules/access'
const handler = `import { handle } from '#kernel/server/handle.ts'\nexport default handle\n`

/** Each breach stands in files of its own, so that all fit into one tree and are read at once. */
export const plants: readonly Plant[] = [
  {
    breaks: 'an import that leads nowhere',
    files: { [`${s}/lost.rules.ts`]: `import { x } from './nowhere.ts'\nexport const y = x\n` },
    found: [`nothing-unresolved: ${s}/lost.rules.ts`],
  },
  {
    breaks: 'a package that is not installed',
    files: { [`${s}/absent.read.ts`]: `import x from 'absent-package'\nexport const y = x\n` },
    found: [`nothing-unresolved: ${s}/absent.read.ts`],
  },
  {
    breaks: 'an unsuffixed helper that carries kysely into a contract',
    files: {
      [`${s}/helper.ts`]: `import kysely from 'kysely'\nexport const help = kysely\n`,
      [`${s}/carried.contract.ts`]: `import { help } from './helper.ts'\nexport const carried = help\n`,
    },
    found: [`known-names-only: ${s}/helper.ts`, `both-sides-touch-nothing: ${s}/carried.contract.ts`],
  },
  {
    breaks: 'two files in a circle',
    files: {
      [`${s}/one.rules.ts`]: `import { two } from './two.rules.ts'\nexport const one = () => two\n`,
      [`${s}/two.rules.ts`]: `import { one } from './one.rules.ts'\nexport const two = () => one\n`,
    },
    found: [`no-circle: ${s}/one.rules.ts`],
  },
  {
    breaks: 'the kernel importing a module by its door',
    files: {
      'src/kernel/server/knows.ts': `import { words } from '#modules/structure/index.ts'\nexport const y = words\n`,
    },
    found: ['the-kernel-knows-no-one: src/kernel/server/knows.ts'],
  },
  {
    breaks: 'a module importing the top of the house',
    files: { [`${s}/order.read.ts`]: `import { moduleOrder } from '../../modules.ts'\nexport const y = moduleOrder\n` },
    found: [`the-top-is-imported-by-nobody: ${s}/order.read.ts`],
  },
  {
    breaks: 'a module reading the table of contents of a lower one',
    files: {
      [`${a}/contents.read.ts`]: `import { structure } from '#modules/structure/structure.module.ts'\nexport const y = structure\n`,
    },
    found: [
      `tables-of-contents-are-read-at-the-top: ${a}/contents.read.ts`,
      `modules-meet-at-doors: ${a}/contents.read.ts`,
    ],
  },
  {
    breaks: 'the top knowing a single capability',
    files: {
      'src/web.tsx': `import { web } from '#modules/structure/index.web.tsx'\nimport page from '#modules/structure/tree/tree.page.tsx'\nexport default [web, page]\n`,
    },
    found: ['the-top-reads-only-tables-of-contents: src/web.tsx'],
  },
  {
    breaks: 'a module going round the door of a lower one',
    files: {
      [`${a}/round.read.ts`]: `import { find } from '#modules/structure/unit.read.ts'\nexport const y = find\n`,
    },
    found: [`modules-meet-at-doors: ${a}/round.read.ts`],
  },
  {
    breaks: 'a test going round the door of a lower module',
    files: {
      [`${a}/round.test.ts`]: `import { find } from '#modules/structure/unit.read.ts'\nexport const y = find\n`,
    },
    found: [`tests-meet-at-doors-too: ${a}/round.test.ts`],
  },
  {
    breaks: 'a module importing a higher one',
    files: { [`${s}/upward.rules.ts`]: `import { verbs } from '#modules/access/index.ts'\nexport const y = verbs\n` },
    found: [`structure-looks-only-downward: ${s}/upward.rules.ts`],
  },
  {
    breaks: 'a module importing a higher one only for a type',
    files: {
      [`${s}/typed.rules.ts`]: `import type { verbs } from '#modules/access/index.ts'\nexport type Y = typeof verbs\n`,
    },
    found: [`structure-looks-only-downward: ${s}/typed.rules.ts`],
  },
  {
    breaks: 'a screen calling a handler',
    files: {
      [`${s}/direct.page.tsx`]: `import handler from './direct.command.ts'\nexport default () => <p>{String(handler)}</p>\n`,
      [`${s}/direct.command.ts`]: handler,
    },
    found: [`screens-stay-in-the-browser: ${s}/direct.page.tsx`],
  },
  {
    breaks: 'a screen calling a handler of the kernel',
    files: {
      [`${s}/drafts.part.tsx`]: `import handler from '#kernel/capabilities/draft/draft.query.ts'\nexport const drafts = <p>{String(handler)}</p>\n`,
      'src/kernel/capabilities/draft/draft.query.ts': handler,
    },
    found: [`screens-stay-in-the-browser: ${s}/drafts.part.tsx`],
  },
  {
    breaks: 'a screen reaching the database through a lower module',
    files: {
      [`${a}/far.part.tsx`]: `import { find } from '#modules/structure/index.server.ts'\nexport const far = <p>{String(find)}</p>\n`,
    },
    found: [`screens-stay-in-the-browser: ${a}/far.part.tsx`],
  },
  {
    breaks: 'the kernel of the browser using Node',
    files: { 'src/kernel/web/disk.ts': `import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n` },
    found: ['screens-stay-in-the-browser: src/kernel/web/disk.ts'],
  },
  {
    breaks: 'a screen asking Node by its back door',
    files: {
      [`${s}/sly.part.tsx`]: `const fs = process.getBuiltinModule('node:fs')\nexport const sly = <p>{String(fs)}</p>\n`,
    },
    found: [`screens-stay-in-the-browser: ${s}/sly.part.tsx`],
  },
  {
    breaks: 'a rule that reads a file',
    files: { [`${s}/disk.rules.ts`]: `import { readFileSync } from 'node:fs'\nexport const y = readFileSync\n` },
    found: [`both-sides-touch-nothing: ${s}/disk.rules.ts`],
  },
  {
    breaks: 'a text that uses a package of the browser',
    files: {
      [`${s}/drawn.text.vi.ts`]: `import react from 'react'\nexport const vi = react\n`,
      [`${s}/drawn.text.en.ts`]: 'export const en = 1\n',
    },
    found: [`both-sides-touch-nothing: ${s}/drawn.text.vi.ts`],
  },
  {
    breaks: 'a file of both sides that hands the server on',
    files: {
      [`${a}/permissions.ts`]: `export { store } from './store.write.ts'\n`,
      [`${a}/store.write.ts`]: 'export const store = 1\n',
    },
    found: [`both-sides-touch-nothing: ${a}/permissions.ts`],
  },
  {
    breaks: 'the contracts of the kernel needing the server',
    files: {
      'src/kernel/contract/heavy.ts': `import type { handle } from '#kernel/server/handle.ts'\nexport type Y = typeof handle\n`,
    },
    found: ['both-sides-touch-nothing: src/kernel/contract/heavy.ts'],
  },
  {
    breaks: 'a handler loading a screen',
    files: {
      [`${s}/print.job.ts`]: `export default () => import('./print.page.tsx')\n`,
      [`${s}/print.page.tsx`]: 'export default () => <p />\n',
    },
    found: [`the-server-knows-no-screen: ${s}/print.job.ts`],
  },
  {
    breaks: 'the command line using a package of the browser',
    files: { 'src/kernel/cli/pretty.ts': `import react from 'react'\nexport const y = react\n` },
    found: [
      'the-server-knows-no-screen: src/kernel/cli/pretty.ts',
      'the-server-needs-only-what-is-installed: src/kernel/cli/pretty.ts',
    ],
  },
  {
    breaks: 'the server using a package that package.json does not name',
    files: { 'src/kernel/server/pad.ts': `import pad from 'left-pad'\nexport const y = pad\n` },
    found: ['the-server-needs-only-what-is-installed: src/kernel/server/pad.ts'],
  },
  {
    breaks: 'the product importing a tool of its tests',
    files: {
      'src/kernel/server/spoilt.ts': `import { gen } from '../../../tools/empty.ts'\nexport const y = gen\n`,
      'tools/empty.ts': 'export const gen = 1\n',
    },
    found: ['the-product-knows-no-tool: src/kernel/server/spoilt.ts'],
  },
  {
    breaks: 'a file importing a test',
    files: {
      [`${s}/shared.rules.test.ts`]: 'export const shared = 1\n',
      [`${s}/borrowed.rules.ts`]: `import { shared } from './shared.rules.test.ts'\nexport const y = shared\n`,
    },
    found: [`nothing-imports-a-test: ${s}/borrowed.rules.ts`],
  },
  {
    breaks: 'a text in one language',
    files: { [`${s}/lonely.text.vi.ts`]: 'export const vi = 1\n' },
    found: [`both-languages: ${s}/lonely.text.vi.ts`],
  },
  {
    breaks: 'a module that stands in no order',
    files: { 'src/modules/attic/attic.rules.ts': 'export const attic = 1\n' },
    found: ['every-module-has-its-storey: src/modules/attic'],
  },
  {
    breaks:
      'a table of contents under another name, a screen without JSX in its name, a migration without its time, a folder of its own in the kernel',
    files: {
      [`${s}/other.module.ts`]: 'export const other = 1\n',
      [`${s}/plain.page.ts`]: 'export const plain = 1\n',
      [`${s}/migrations/later.sql`]: '',
      'src/kernel/misc/bag.ts': 'export const bag = 1\n',
      'src/kernel/capabilities/draft/store.ts': 'export const store = 1\n',
      'src/shared.ts': 'export const shared = 1\n',
    },
    found: [
      `known-names-only: ${s}/other.module.ts`,
      `known-names-only: ${s}/plain.page.ts`,
      `known-names-only: ${s}/migrations/later.sql`,
      'known-names-only: src/kernel/misc/bag.ts',
      'known-names-only: src/kernel/capabilities/draft/store.ts',
      'known-names-only: src/shared.ts',
    ],
  },
]
