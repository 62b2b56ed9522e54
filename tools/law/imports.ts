/** The import law over a tree: `node tools/law/imports.ts`. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, getAvailableTranspilers, type ICruiseResult, type IModule, type IViolation } from 'dependency-cruiser'
import { moduleOrder } from '../../src/modules.ts'
import { type Finding, report } from './finding.ts'
import { covered, cruiseOptions, importRules } from './import-rules.ts'

/** Reads every import of the tree. Throws when there is nothing to read: a law over nothing is always kept. */
export async function readImports(root: string, order: readonly string[]): Promise<ICruiseResult> {
  const folders = covered.filter((folder) => existsSync(join(root, folder)))
  if (!existsSync(join(root, 'src'))) throw new Error(`no src in ${root}: nothing to read`)
  const ruleSet = { forbidden: importRules(order) }
  const { output } = await cruise(folders, { ...cruiseOptions, baseDir: root, validate: true, ruleSet })
  if (typeof output === 'string') throw new Error('dependency-cruiser answered a text instead of a result')
  return output
}

/** Everything that breaks the import law, and everything that could not be read and so might. */
export async function checkImports(root: string, order: readonly string[] = moduleOrder): Promise<Finding[]> {
  const result = await readImports(root, order)
  const comments = new Map(importRules(order).map(({ name, comment }) => [name, comment]))
  return [
    ...unread(root, result.modules),
    ...result.summary.violations.map((v) => findingOf(v, comments.get(v.rule.name))),
  ]
}

/**
 * dependency-cruiser passes over what it cannot read: without a TypeScript it knows (it stops before 7), the whole tree. So every file on
 * disk must be in its answer, and whoever imports must be seen importing.
 */
export function unread(root: string, modules: readonly Pick<IModule, 'source' | 'dependencies'>[]): Finding[] {
  const seen = new Map(modules.map((module) => [module.source, module.dependencies.length]))
  const found: Finding[] = []
  const say = (at: string, why: string) => found.push({ rule: 'everything-is-read', at, why })
  if (!getAvailableTranspilers().some(({ name, available }) => name === 'typescript' && available))
    say('node_modules/typescript', 'dependency-cruiser finds no TypeScript that it can use')
  const files = globSync(
    covered.map((folder) => `${folder}/**/*.{ts,tsx}`),
    { cwd: root },
  )
  if (!files.some((file) => file.startsWith('src/'))) say('src', 'there is no TypeScript in it')
  for (const file of files.map((name) => name.replaceAll('\\', '/'))) {
    const imports = seen.get(file)
    if (imports === undefined) say(file, 'dependency-cruiser did not read it')
    else if (imports === 0 && /^(?:import|export)\b[^'"]*\bfrom ['"]/m.test(readFileSync(join(root, file), 'utf8')))
      say(file, 'it imports, and dependency-cruiser saw no import')
  }
  return found
}

function findingOf({ rule, from, to, via, cycle }: IViolation, comment = ''): Finding {
  const way = (via ?? cycle ?? []).map(({ name }) => name)
  return { rule: rule.name, at: [from, ...(way.length > 0 ? way : [to])].join(' → '), why: comment }
}

if (import.meta.main) process.exitCode = report('the import law', await checkImports(process.cwd())) ? 0 : 1
