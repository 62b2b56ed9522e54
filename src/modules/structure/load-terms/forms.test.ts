import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readTerms } from '#src/product.ts'
import { harness } from '#test/harness.ts'
import { historySchemas } from '../../../../tools/gen/history-schema.ts'
import { History } from '../load-history/history.contract.ts'
import { TermsFile } from './terms-file.contract.ts'

const root = new URL('../../../../', import.meta.url)

describe('the data of the product', () => {
  it('have the published form of a history', () => {
    const raw = JSON.parse(readFileSync(new URL('data/bloc/history.json', root), 'utf8'))
    expect(History.safeParse(raw).error).toBeUndefined()
  })
  it('have the published form of a frame', () => {
    expect(TermsFile.safeParse(readTerms()).error).toBeUndefined()
  })
  it('change nothing when the frame that stands is loaded again', async () => {
    const { found } = await harness()
    const terms = readTerms()
    expect(await found('structure.load-terms', { terms })).toEqual({
      types: terms.types.length,
      kinds: expect.any(Number),
      measures: terms.measures.length,
    })
  })
})

describe('the published forms', () => {
  for (const [file, text] of Object.entries(historySchemas())) {
    it(`${file} is what the contracts say (npm run gen writes it)`, () => {
      const written = new URL(`docs/generated/${file}`, root)
      expect(existsSync(written) && readFileSync(written, 'utf8')).toBe(text)
    })
    it(`${file} allows no unknown key inside`, () => {
      expect(text).toContain('"additionalProperties": false')
    })
  }
})
