import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tamper } from '#test/journal-mutations.ts'
import { makeTrial, type Trial, trialKey } from '#test/journal-of-trial.ts'
import { type OwnProduct, ownProduct } from '#test/own-product.ts'
import { readSealFile } from './seal-file.ts'
import { verifyEngine } from './verify.ts'

const seed = Number(process.env.SEED ?? 20261123)

let own: OwnProduct
let trial: Trial
beforeAll(async () => {
  own = await ownProduct()
  trial = await makeTrial(own.engine)
})
afterAll(() => own.done())

const verify = async () => verifyEngine(own.engine, { keys: [trialKey], seals: await readSealFile(trial.file) })

describe('a sealed journal', () => {
  test('is whole before and after, and tells the erased entry without calling it broken', async () => {
    expect(await verify()).toMatchObject({ whole: true, breaks: [], erased: [{ entry: trial.erased }] })
  })

  test(`betrays every one of 200 tamperings (seed ${seed})`, async () => {
    const { unnoticed } = await tamper(trial, 200, seed)
    expect(unnoticed).toEqual([])
    expect((await verify()).whole).toBe(true)
  })
})
