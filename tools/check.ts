/** Everything that can be known without running the product: `npm run check`. All checks run, each under its heading; one exit code. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Finding } from './law/finding.ts'
import { report } from './law/finding.ts'
import { checkImports } from './law/imports.ts'
import { checkNames } from './law/names.ts'
import { checkSql } from './law/sql.ts'

const root = process.cwd()
const require = createRequire(import.meta.url)

const checks: Record<string, () => boolean | Promise<boolean>> = {
  'types (tsc)': () => runs('typescript', 'bin/tsc', '-p', '.'),
  'form (biome)': () => runs('@biomejs/biome', 'bin/biome', 'check', '--error-on-warnings'),
  'the import law': () => keeps('the import law', () => checkImports(root)),
  'the law of names': () => keeps('the law of names', () => checkNames(root)),
  'the SQL law': () => keeps('the SQL law', () => checkSql(root)),
}

const broken: string[] = []
for (const [title, check] of Object.entries(checks)) {
  console.log(`\n── ${title} ──`)
  if (!(await check())) broken.push(title)
}
console.log(broken.length === 0 ? '\nAll checks passed.' : `\nFailed: ${broken.join(' · ')}`)
process.exitCode = broken.length === 0 ? 0 : 1

/** Runs a package's own program under this Node. */
function runs(name: string, bin: string, ...args: string[]): boolean {
  const program = join(dirname(require.resolve(`${name}/package.json`)), bin)
  const { status, error } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (error) console.error(String(error))
  return status === 0
}

/** A law that cannot be asked is not kept. */
async function keeps(law: string, ask: () => Finding[] | Promise<Finding[]>): Promise<boolean> {
  try {
    return report(law, await ask())
  } catch (error) {
    console.error(String(error))
    return false
  }
}
