import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { TermsFile } from '#modules/structure/load-terms/terms-file.contract.ts'

const read = (file: string) => parse(readFileSync(new URL(`../../data/structure/${file}`, import.meta.url), 'utf8'))

/** Reads data/structure whole; throws where a file does not have its form. */
export function readStructure(): TermsFile {
  return TermsFile.parse({
    types: read('unit-types.yaml'),
    organs: read('organ-kinds.yaml'),
    counterparts: read('counterpart-kinds.yaml'),
    agencies: read('agency-kinds.yaml'),
    facts: read('fact-kinds.yaml'),
    measures: read('measures.yaml'),
  })
}
export type Structure = TermsFile
