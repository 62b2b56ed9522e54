/** The SQL law over a tree: `node tools/law/sql.ts`. What queries name, and that nothing asks a clock of its own. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { moduleOrder } from '../../src/modules.ts'
import { codeClocks, sqlClocks } from './clocks.ts'
import { type Finding, report } from './finding.ts'
import { checkQueries } from './queries.ts'
import { lineOf } from './sql-words.ts'

const QUERIES = 'docs/generated/queries.sql'

/** Everything in the tree that breaks the SQL law. */
export function checkSql(root: string, order: readonly string[] = moduleOrder): Finding[] {
  return [...queries(root, order), ...clocks(root)]
}

function queries(root: string, order: readonly string[]): Finding[] {
  const file = join(root, QUERIES)
  if (existsSync(file)) return checkQueries(QUERIES, readFileSync(file, 'utf8'), order)
  if (list(root, 'src/**/*.{command,query,read,write,job}.ts').length === 0) return []
  return [
    { rule: 'queries-are-there', at: QUERIES, why: 'there are handlers and no list of their queries: npm run gen' },
  ]
}

function clocks(root: string): Finding[] {
  const sql = list(root, 'src/**/*.sql').map((file) => ({
    file,
    of: (text: string) => sqlClocks(text, file.startsWith('src/modules/')),
  }))
  const code = list(root, 'src/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.ts$|\.gen\.ts$/.test(file))
    .map((file) => ({ file, of: (text: string) => codeClocks(file, text) }))
  return [...sql, ...code].flatMap(({ file, of }) => {
    const text = readFileSync(join(root, file), 'utf8')
    const rule = file.endsWith('.sql') ? 'no-clock-in-sql' : 'no-clock-in-code'
    return of(text).map(({ at, why }) => ({ rule, at: `${file}:${lineOf(text, at)}`, why }))
  })
}

function list(root: string, pattern: string): string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

if (import.meta.main) process.exitCode = report('the SQL law', checkSql(process.cwd())) ? 0 : 1
