/** The law of names over a tree: `node tools/law/names.ts`. The import law tells a file's side by its name, so no file may be nameless. */
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { moduleOrder } from '../../src/modules.ts'
import { type Finding, report } from './finding.ts'
import { BOTH, BROWSER, SERVER } from './sides.ts'

const either = (suffixes: readonly string[]) => suffixes.map((suffix) => suffix.replace('.', '\\.')).join('|')
const NAME = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** Directly in a module's folder. */
const DOORS = /^(?:index\.ts|index\.server\.ts|index\.web\.tsx|permissions\.ts|README\.md)$/
/** Anywhere in a module. A table of contents is not among them: it stands only at the module's root, under the module's name. */
const SUFFIXED = [
  new RegExp(`^${NAME}\\.(?:${either([...BOTH, ...SERVER.filter((suffix) => suffix !== 'module')])})\\.ts$`),
  new RegExp(`^${NAME}\\.(?:${either(BROWSER)})\\.tsx$`),
  new RegExp(`^${NAME}\\.module\\.css$`),
  new RegExp(`^${NAME}(?:\\.rules)?\\.test\\.ts$`),
]
const MIGRATION = /^\d{8}T\d{4}_[a-z0-9_]+\.sql$/
const FOLDER = new RegExp(`^${NAME}$`)

const TOP = ['main.ts', 'cli.ts', 'product.ts', 'modules.ts', 'web.tsx', 'index.html']
/** Folders beside kernel and modules: what puts the product together and starts it. */
const TOP_FOLDERS = ['start', 'demo']
const KERNEL = ['contract', 'db', 'server', 'web', 'cli', 'capabilities', 'sheets']

/** Every file under src whose name says no place, every module that stands in no order, every text without its other language. */
export function checkNames(root: string, order: readonly string[] = moduleOrder): Finding[] {
  const files = globSync('src/**/*', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort()
  const modules = new Set(
    files.filter((file) => /^src\/modules\/[^/]+\//.test(file)).map((file) => file.split('/')[2]!),
  )
  return [
    ...files.flatMap((file) => nameless(file)),
    ...files.flatMap((file) => monoglot(root, file)),
    ...[...modules].filter((module) => !order.includes(module)).map(orderless),
    ...order.filter((module) => !modules.has(module)).map(empty),
  ]
}

function nameless(file: string): Finding[] {
  const [, area = '', ...rest] = file.split('/')
  if (rest.length === 0) return TOP.includes(area) ? [] : [wrong(file, `src itself holds only ${TOP.join(', ')}`)]
  if (area === 'kernel') return namelessInKernel(file, rest)
  if (TOP_FOLDERS.includes(area)) return []
  if (area !== 'modules') return [wrong(file, `src has the folders kernel, modules, ${TOP_FOLDERS.join(', ')}`)]
  const [module, ...path] = rest
  const name = path.pop()
  if (module === undefined || name === undefined) return [wrong(file, 'src/modules holds only folders of modules')]
  const odd = path.find((folder) => !FOLDER.test(folder))
  if (odd !== undefined) return [wrong(file, `the folder ${odd} is not in kebab-case`)]
  if (path[0] === 'migrations')
    return path.length === 1 && MIGRATION.test(name)
      ? []
      : [wrong(file, 'a migration is migrations/<yyyymmdd>T<hhmm>_<what>.sql')]
  if (path.length === 0 && (DOORS.test(name) || name === `${module}.module.ts`)) return []
  if (SUFFIXED.some((pattern) => pattern.test(name))) return []
  return [wrong(file, 'its name does not say where it may run (docs/style.md 2)')]
}

/** The kernel's folders have their side each; only its own capabilities (drafts, settings) are named like those of a module. */
function namelessInKernel(file: string, [folder = '', ...path]: string[]): Finding[] {
  if (!KERNEL.includes(folder)) return [wrong(file, `the kernel has the folders ${KERNEL.join(', ')}`)]
  if (folder !== 'capabilities') return []
  const name = path.at(-1) ?? ''
  const known = SUFFIXED.some((pattern) => pattern.test(name)) || (path.length === 1 && name === 'kernel.module.ts')
  return known ? [] : [wrong(file, 'its name does not say where it may run (docs/style.md 2)')]
}

/** Vietnamese first, and English beside it. */
function monoglot(root: string, file: string): Finding[] {
  const other = file.replace(/\.text\.(vi|en)\.ts$/, (_, language) => `.text.${language === 'vi' ? 'en' : 'vi'}.ts`)
  if (other === file || existsSync(join(root, other))) return []
  return [{ rule: 'both-languages', at: file, why: `${other} is missing` }]
}

function wrong(at: string, why: string): Finding {
  return { rule: 'known-names-only', at, why }
}

function orderless(module: string): Finding {
  return { rule: 'every-module-has-its-storey', at: `src/modules/${module}`, why: 'it is not in src/modules.ts' }
}

function empty(module: string): Finding {
  return {
    rule: 'every-module-has-its-storey',
    at: 'src/modules.ts',
    why: `it names ${module}, and src/modules/${module} is empty`,
  }
}

if (import.meta.main) process.exitCode = report('the law of names', checkNames(process.cwd())) ? 0 : 1
