import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Engine } from '#kernel/db/engine.ts'
import { demoClock, type OwnProduct, ownProduct, setUpInput } from '#test/own-product.ts'
import { wasEmptied } from './emptied.ts'
import type { Mode } from './environment.ts'
import { assertModeFits } from './mode.ts'

const environment = { dataFolder: '/somewhere' } as never
const fits = (engine: Engine, mode: Mode) => assertModeFits(engine, mode, environment)

describe('a database belongs to one way of running', () => {
  let own: OwnProduct
  afterEach(() => own.done())

  test('nobody’s becomes either', async () => {
    own = await ownProduct()
    await fits(own.engine, 'start')
    await fits(own.engine, 'demo')
  })

  test('one in real use is not shown as the demo', async () => {
    own = await ownProduct()
    expect((await own.ask('/api/access.set-up', setUpInput)).status).toBe(200)
    await fits(own.engine, 'start')
    await expect(fits(own.engine, 'demo')).rejects.toThrow('is in real use')
  })

  test('the demo’s, whole or half filled, is not for real use', async () => {
    own = await ownProduct(demoClock)
    await fits(own.engine, 'demo')
    await expect(fits(own.engine, 'start')).rejects.toThrow('whose passwords are published')
    expect((await own.ask('/api/access.set-up', setUpInput)).status).toBe(200)
    await fits(own.engine, 'demo')
    await expect(fits(own.engine, 'start')).rejects.toThrow('whose passwords are published')
  })
})

describe('a data folder that lost its database', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lienchi-emptied-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is known by what is left beside it', () => {
    expect([wasEmptied(folder), wasEmptied(join(folder, 'absent'))]).toEqual([false, false])
    writeFileSync(join(folder, 'session-secret'), 'x')
    expect(wasEmptied(folder)).toBe(true)
  })

  test.each(['pgdata', 'unfinished', 'swap'])('is none where %s stands', (name) => {
    writeFileSync(join(folder, 'session-secret'), 'x')
    mkdirSync(join(folder, name))
    expect(wasEmptied(folder)).toBe(false)
  })
})
