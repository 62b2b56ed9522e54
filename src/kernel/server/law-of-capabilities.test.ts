import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Product } from '#src/product.ts'
import { harness } from '#test/harness.ts'

let product: Product
let contracts: Contract[]
beforeAll(async () => {
  product = (await harness()).product
  contracts = product.modules.flatMap(({ handlers }) => handlers.map(({ contract }) => contract))
})

const folders = () =>
  [...globSync('src/modules/*/*/*.contract.ts'), ...globSync('src/kernel/capabilities/*/*.contract.ts')].map((file) =>
    file.replaceAll('\\', '/').split('/'),
  )

describe('one capability, one name', () => {
  test('every contract is called after its module and folder, and every handler’s contract has such a folder', async () => {
    const found = new Map<string, string>()
    for (const parts of folders()) {
      const exported = Object.values(
        await import(/* @vite-ignore */ pathToFileURL(parts.join('/')).href),
      ) as Partial<Contract>[]
      for (const one of exported) {
        if (one?.kind !== 'command' && one?.kind !== 'query') continue
        const module = parts[1] === 'kernel' ? 'kernel' : parts[2]!
        found.set(one.name!, `${module}.${parts[3]}`)
      }
    }
    expect([...found].filter(([name, folder]) => name !== folder)).toEqual([])
    expect(contracts.map(({ name }) => name).sort()).toEqual([...found.keys()].sort())
    expect(new Set(contracts.map(({ name }) => name)).size).toBe(contracts.length)
  })

  test('every handler stands in the module of its name', () => {
    for (const module of product.modules)
      for (const { contract } of module.handlers) expect(contract.name.split('.')[0]).toBe(module.name)
  })
})

describe('every capability', () => {
  test('has its name in both languages, and a sentence for each refusal it declares', () => {
    const missing: string[] = []
    for (const module of product.modules) {
      for (const { contract } of module.handlers) {
        const short = contract.name.split('.')[1]!
        const wanted = [
          [`capability.${short}`],
          ...contract.refusals.map((code) => [`refusal.${short}.${code}`, `refusal.${code}`]),
        ]
        for (const keys of wanted) {
          for (const language of ['vi', 'en'] as const) {
            if (!keys.some((key) => module.texts[language][key]?.trim()))
              missing.push(`${contract.name} ${language} ${keys.join(' | ')}`)
          }
        }
      }
    }
    expect(missing).toEqual([])
  })

  test('says on which articles or papers it rests', () => {
    expect(
      contracts
        .filter(({ articles }) => articles.length === 0 || articles.some((one) => one.trim() === ''))
        .map(({ name }) => name),
    ).toEqual([])
  })

  test('that a grant gives and that changes something names units which its input always has, or needs the whole organisation', () => {
    const commands = contracts.filter(({ kind, permission }) => kind === 'command' && permission === 'granted')
    for (const { name, units, input } of commands) {
      // A list may be empty, and the units of a record are found by the deed: both are refused while running when nothing is named.
      const fixed = units === 'of-the-record' ? [] : units.filter((path) => !path.includes('[]'))
      for (const path of fixed) expect([name, path, isRequired(input, path.split('.'))]).toEqual([name, path, true])
    }
    expect(
      commands
        .filter(({ units }) => units.length === 0)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(
      [
        'access.erase-values',
        'access.load-roles',
        'kernel.set-today',
        'structure.load-history',
        'structure.load-terms',
      ].filter((name) => contracts.some((one) => one.name === name)),
    )
  })

  test('without a session is one of the few that must be', () => {
    const open = contracts.filter(({ permission }) => permission === 'anyone').map(({ name }) => name)
    expect(open.sort()).toEqual(['access.set-up', 'access.set-up-state', 'access.sign-in', 'access.who-am-i'])
  })

  test('keeps its passwords and codes from the journal: the input fields so called are declared secret', () => {
    const leaks = contracts.flatMap(({ name, input, secrets }) =>
      Object.entries(shapeOf(input)).flatMap(([key, schema]) => {
        const called = [key, ...Object.keys(shapeOf(schema))]
        const secret = called.some((one) => /password|^code$|^current$|^next$|secret|token/i.test(one))
        return secret && !secrets.includes(key) ? [`${name}: ${key}`] : []
      }),
    )
    expect(leaks).toEqual([])
  })
})

function shapeOf(schema: unknown): Record<string, z.ZodType> {
  return (schema as { shape?: Record<string, z.ZodType> }).shape ?? {}
}

/** Whether a valid input always holds something at the path: absent and null are refused on the way. */
function isRequired(schema: z.ZodType, [step, ...rest]: string[]): boolean {
  const inner = step === undefined ? undefined : shapeOf(schema)[step]
  if (!inner || inner.safeParse(undefined).success || inner.safeParse(null).success) return false
  return rest.length === 0 || isRequired(inner, rest)
}
