/**
 * Where a file may run, told from its name alone (docs/style.md 2). Regular expressions over paths from the project's root; read by the
 * import law and the law of names.
 */

/** Suffixes of files that run on both sides. */
export const BOTH = ['contract', 'rules', 'text', 'text.vi', 'text.en'] as const
/** Suffixes of files that run on the server; `module` is the server's table of contents. */
export const SERVER = ['command', 'query', 'job', 'write', 'read', 'module'] as const
/** Suffixes of files that run in the browser. */
export const BROWSER = ['page', 'part'] as const

const any = (suffixes: readonly string[]) => `(?:${suffixes.map((suffix) => suffix.replace('.', '\\.')).join('|')})`

export const testFiles = '\\.test\\.ts$'

export const bothSides = [
  `^src/.+\\.${any(BOTH)}\\.ts$`,
  '^src/modules/[^/]+/(?:index|permissions)\\.ts$',
  '^src/kernel/contract/',
]

export const serverSide = [
  `^src/.+\\.${any(SERVER)}\\.ts$`,
  '^src/modules/[^/]+/index\\.server\\.ts$',
  '^src/kernel/(?:server|db|cli|sheets)/',
  '^src/main\\.ts$',
]

export const browserSide = [
  `^src/.+\\.${any(BROWSER)}\\.tsx?$`,
  '^src/modules/[^/]+/index\\.web\\.tsx$',
  '^src/kernel/web/',
  '^src/web\\.tsx$',
]

/** Packages that only a server can run. */
export const serverPackages =
  'node_modules/(?:kysely|hono|@hono|pg|pg-boss|@electric-sql|better-auth|@better-auth|pino|nodemailer|docx|@myriaddreamin|hucre|file-type)/'

/** Packages that only a browser has any use for. */
export const browserPackages =
  'node_modules/(?:react|react-dom|@mantine|@tanstack|@fontsource|echarts|d3-[^/]+|dayjs|get-nonce)/'

/** The only packages that files of both sides may use: they touch nothing. */
export const purePackages = 'node_modules/(?:zod|temporal-polyfill|d3-[a-z]+|internmap)/'

/** The doors of a module. */
export const doors = '^src/modules/[^/]+/(?:index\\.ts|index\\.server\\.ts|index\\.web\\.tsx)$'
