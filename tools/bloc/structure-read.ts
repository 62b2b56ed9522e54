import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { structureFiles } from './structure-form.ts'

const folder = new URL('../../data/structure/', import.meta.url)

function read<K extends keyof typeof structureFiles>(file: K): ReturnType<(typeof structureFiles)[K]['parse']> {
  return structureFiles[file].parse(parse(readFileSync(new URL(file, folder), 'utf8'))) as never
}

/** Reads data/structure whole; throws where a file does not have its form. */
export function readStructure() {
  return {
    types: read('unit-types.yaml'),
    organs: read('organ-kinds.yaml'),
    counterparts: read('counterpart-kinds.yaml'),
    agencies: read('agency-kinds.yaml'),
    facts: read('fact-kinds.yaml'),
    measures: read('measures.yaml'),
  }
}
export type Structure = ReturnType<typeof readStructure>
