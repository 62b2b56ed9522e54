import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Finding } from '../../tools/law/finding.ts'
import { importRules } from '../../tools/law/import-rules.ts'
import { checkImports, unread } from '../../tools/law/imports.ts'
import { checkNames } from '../../tools/law/names.ts'
import { clean, plant, plants, plantUnreadable } from './planted.ts'

const order = ['structure', 'access']
const trees: { remove(): void }[] = []
afterAll(() => trees.forEach((tree) => void tree.remove()))

async function judge(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const tree = plant(files)
  trees.push(tree)
  return [...(await checkImports(tree.root, order)), ...checkNames(tree.root, order)]
}

/** `rule: file`, without the way that the import took. */
function told(findings: readonly Finding[]): string[] {
  return findings.map(({ rule, at }) => `${rule}: ${at.split(' → ')[0]}`)
}

test('a house that keeps the laws is not accused', async () => {
  expect(await judge(clean)).toEqual([])
})

describe('each breach is found', () => {
  let found: string[] = []
  beforeAll(async () => {
    found = told(await judge(Object.assign({}, clean, ...plants.map(({ files }) => files))))
  })

  test.each(plants.map((one) => [one.breaks, one.found] as const))('%s', (_, expected) => {
    for (const one of expected) expect(found).toContain(one)
  })

  test('and nothing else is', () => {
    expect([...new Set(found)].sort()).toEqual([...new Set(plants.flatMap((one) => one.found))].sort())
  })

  test('no rule is without a breach that proves it', async () => {
    const upsideDown = plant(clean)
    trees.push(upsideDown)
    const reversed = told(await checkImports(upsideDown.root, [...order].reverse()))
    const proven = new Set([...found, ...reversed].map((one) => one.split(':')[0]))
    const rules = importRules(order).map(({ name }) => name!)
    expect(rules.filter((name) => !proven.has(name))).toEqual([])
  })
})

describe('a tree that cannot be read fails instead of passing', () => {
  test('a file on disk that the reader did not see', async () => {
    const tree = plant(clean)
    trees.push(tree)
    plantUnreadable(tree.root, 'src/kernel/server/gone.ts')
    expect(told(await checkImports(tree.root, order))).toContain('everything-is-read: src/kernel/server/gone.ts')
  })

  test('imports that the reader did not see, as without a TypeScript it knows', () => {
    const tree = plant(clean)
    trees.push(tree)
    const blind = Object.keys(clean)
      .filter((file) => /^(?:src|test|tools)\/.*\.tsx?$/.test(file))
      .map((source) => ({ source, dependencies: [] }))
    expect(told(unread(tree.root, blind))).toContain('everything-is-read: src/main.ts')
  })

  test('a folder without any source', async () => {
    const tree = plant({ 'src/README.md': 'nothing here' })
    trees.push(tree)
    expect(told(await checkImports(tree.root, order))).toEqual(['everything-is-read: src'])
    const empty = plant({ 'README.md': 'nor here' })
    trees.push(empty)
    await expect(checkImports(empty.root, order)).rejects.toThrow('nothing to read')
  })
})
