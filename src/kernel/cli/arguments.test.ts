import { describe, expect, test } from 'vitest'
import { readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean))

describe('a command line', () => {
  test.each([
    ['structure.tree', { what: 'ask', capability: 'structure.tree', input: '{}' }],
    ['structure.tree {"levels":1}', { what: 'ask', capability: 'structure.tree', input: '{"levels":1}' }],
    ['backup a.backup', { what: 'backup', file: 'a.backup', rows: false, force: false }],
    ['backup --force a.backup --rows', { what: 'backup', file: 'a.backup', rows: true, force: true }],
    ['restore a.backup', { what: 'restore', file: 'a.backup' }],
    ['--help', { what: 'help' }],
    ['backup -h', { what: 'help' }],
  ])('%s is understood', (line, asked) => expect(read(line)).toEqual(asked))

  test.each([
    '',
    'backup',
    'restore',
    'backup a.backup b.backup',
    'backup a.backup --row',
    'restore a.backup --force',
    'structure.tree {} {}',
    'structure.tree --levels=1',
    '-x',
  ])('“%s” fits no usage: nothing typed is passed over', (line) => expect(read(line)).toBeNull())
})
