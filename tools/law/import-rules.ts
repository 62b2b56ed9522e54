import { builtinModules } from 'node:module'
import type { ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser'
import * as sides from './sides.ts'

/** How the tree is read: type imports count, `#kernel/*` and packages' `exports` are followed, packages themselves are not entered. */
export const cruiseOptions: ICruiseOptions = {
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
  doNotFollow: 'node_modules',
  skipAnalysisNotInRules: true,
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['import', 'node', 'default', 'types'],
  },
}

/** The folders the law covers, where they exist. */
export const covered = ['src', 'test', 'tools', 'bench']

const top = '^src/(?:(?:main|cli|product|modules)\\.ts|web\\.tsx|(?:start|demo)/.*)$'
const notProduct = '^(?:test|tools|bench)/'
const tests = sides.testFiles
// `fs` and `node:fs` are both listed as `fs`; a few exist only with the prefix.
const builtins = `^(?:node:)?(?:${builtinModules.map((name) => name.replace(/^node:/, '')).join('|')})$`

/** The rules of imports for modules in this order, the lowest first. */
export function importRules(moduleOrder: readonly string[]): IForbiddenRuleType[] {
  return [...general(), ...ofTheHouse(), ...downward(moduleOrder), ...ofSides()]
}

function general(): IForbiddenRuleType[] {
  return [
    rule(
      'nothing-unresolved',
      'An import that leads nowhere: no law can see through it.',
      {},
      { couldNotResolve: true },
    ),
    rule('no-circle', 'Files that need each other are one file, or lack a third.', {}, { circular: true }),
    rule('nothing-imports-a-test', 'What two tests share belongs into test/.', {}, { path: tests }),
    rule(
      'the-product-knows-no-tool',
      'Tests, tools and benches know the product, never the other way round.',
      { path: '^src/', pathNot: tests },
      { path: notProduct },
    ),
    rule(
      'the-server-needs-only-what-is-installed',
      'A package the server runs stands under "dependencies": an installation leaves the others out.',
      { path: sides.serverSide, pathNot: tests },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ]
}

function ofTheHouse(): IForbiddenRuleType[] {
  return [
    rule(
      'the-kernel-knows-no-one',
      'The kernel serves every module and knows none; what it needs of one is handed to it in main.ts.',
      { path: '^src/kernel/', pathNot: tests },
      { path: '^src/modules/' },
    ),
    rule(
      'the-top-is-imported-by-nobody',
      'main.ts, modules.ts and web.tsx put the house together; nothing in the house knows them.',
      { path: '^src/', pathNot: [tests, top] },
      { path: top },
    ),
    rule(
      'tables-of-contents-are-read-at-the-top',
      'A <module>.module.ts is read by main.ts, tools and tests; modules meet at doors.',
      { path: '^src/', pathNot: [tests, top] },
      { path: '^src/modules/[^/]+/[^/]+\\.module\\.ts$' },
    ),
    rule(
      'the-top-reads-only-tables-of-contents',
      'main.ts, modules.ts and web.tsx know tables of contents and doors, never a single capability.',
      { path: top },
      { path: '^src/modules/', pathNot: [sides.doors, '^src/modules/[^/]+/[^/]+\\.module\\.ts$'] },
    ),
    rule(
      'modules-meet-at-doors',
      'Another module is reached through its index.ts, index.server.ts or index.web.tsx and nowhere else.',
      { path: '^src/modules/([^/]+)/', pathNot: tests },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', sides.doors] },
    ),
    rule(
      'tests-meet-at-doors-too',
      'A test knows its own module from within and the others by their doors and tables of contents.',
      { path: `^src/modules/([^/]+)/.*${tests}` },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', sides.doors, '^src/modules/[^/]+/[^/]+\\.module\\.ts$'] },
    ),
  ]
}

function downward(moduleOrder: readonly string[]): IForbiddenRuleType[] {
  return moduleOrder.map((module, storey) =>
    rule(
      `${module}-looks-only-downward`,
      `Below ${module} stand: ${moduleOrder.slice(0, storey).join(', ') || 'no module'} (src/modules.ts). Upward news travels as events.`,
      { path: `^src/modules/${module}/` },
      { path: '^src/modules/', pathNot: `^src/modules/(?:${moduleOrder.slice(0, storey + 1).join('|')})/` },
    ),
  )
}

/** These look through any number of steps: an unsuffixed helper hides nothing. */
function ofSides(): IForbiddenRuleType[] {
  return [
    rule(
      'screens-stay-in-the-browser',
      'A screen calls a contract: it never reaches a handler, the database, the server or Node.',
      { path: sides.browserSide, pathNot: tests },
      { path: [...sides.serverSide, sides.serverPackages, builtins], pathNot: tests, reachable: true },
    ),
    rule(
      'both-sides-touch-nothing',
      'Contracts, rules and texts run on both sides: no server, no screen, no Node, no package but zod, temporal-polyfill and the arithmetic of d3.',
      { path: sides.bothSides, pathNot: tests },
      {
        path: [...sides.serverSide, ...sides.browserSide, builtins, 'node_modules/'],
        pathNot: [sides.purePackages, ...sides.bothSides],
        reachable: true,
      },
    ),
    rule(
      'the-server-knows-no-screen',
      'Node cannot load a screen, and no handler may depend on one.',
      { path: sides.serverSide, pathNot: tests },
      {
        path: ['\\.tsx$', ...sides.browserSide, sides.browserPackages],
        pathNot: sides.bothSides,
        reachable: true,
      },
    ),
  ]
}

type End<K extends 'from' | 'to'> = Extract<IForbiddenRuleType, { from: unknown; to: unknown }>[K]

function rule(name: string, comment: string, from: End<'from'>, to: End<'to'>): IForbiddenRuleType {
  return { name, comment, severity: 'error', from, to } as IForbiddenRuleType
}
