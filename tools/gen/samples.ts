import { createHash, randomUUID } from 'node:crypto'
import { readTerms } from '#src/product.ts'
import { branchHistory } from '#test/founders.ts'

/** What the samples may use of what was asked before them. */
export interface Known {
  rootId: string
  fileId: string
  figureId: string
}

const pdf = Buffer.from('%PDF-1.4\n%âãÏÓ\n')

/** One asking of every capability, in an order in which each can succeed: their statements become docs/generated/queries.sql. */
export const samples: [string, (known: Known) => unknown][] = [
  ['structure.load-terms', () => ({ terms: readTerms() })],
  ['structure.load-history', () => ({ history: branchHistory('mau') })],
  ['structure.tree', () => ({ figure: 'cells' })],
  ['structure.tree', ({ rootId }) => ({ under: rootId, figure: 'direct', levels: 1 })],
  ['structure.card', ({ rootId }) => ({ unitId: rootId })],
  ['structure.lineage', ({ rootId }) => ({ unitId: rootId })],
  ['structure.figures', ({ rootId }) => ({ unitId: rootId })],
  [
    'structure.figure-series',
    ({ rootId }) => ({ unitId: rootId, measure: 'cells', from: '2020-01-01', until: '2021-12-31' }),
  ],
  ['structure.find', () => ({ text: 'phong' })],
  ['structure.terms', () => ({})],
  [
    'kernel.begin-file',
    () => ({ purpose: 'structure.declare-figure', name: 'mau.pdf', size: pdf.length, nothingClassed: true }),
  ],
  ['kernel.add-chunk', ({ fileId }) => ({ fileId, no: 0, bytes: pdf.toString('base64') })],
  ['kernel.finish-file', ({ fileId }) => ({ fileId })],
  ['kernel.file', ({ fileId }) => ({ fileId })],
  [
    'structure.declare-figure',
    ({ rootId, fileId }) => ({
      unitId: rootId,
      measure: 'cells',
      value: 8,
      asOfDate: { on: '2020-12-31', precision: 'day' },
      definition: 'mọi chi bộ',
      sourceTitle: 'Báo cáo mẫu',
      fileId,
    }),
  ],
  ['structure.figure-file', ({ figureId }) => ({ figureId })],
  [
    'structure.amend-figure',
    ({ rootId, figureId }) => ({
      unitId: rootId,
      figureId,
      version: -1,
      value: 9,
      asOfDate: { on: '2020-12-31', precision: 'day' },
      definition: 'mọi chi bộ',
    }),
  ],
  ['kernel.settings', () => ({})],
  ['kernel.set-today', () => ({ today: '2024-01-15' })],
  ['kernel.keep-draft', () => ({ capability: 'structure.declare-figure', value: { value: 1 } })],
  ['kernel.draft', () => ({ capability: 'structure.declare-figure' })],
  ['kernel.drop-draft', () => ({ capability: 'structure.declare-figure' })],
  ['access.who-am-i', () => ({})],
  ['access.set-up-state', () => ({})],
  [
    'access.set-up',
    () => ({
      code: 'SAMPLE',
      organisation: { name: 'Đảng bộ mẫu', type: 'trung_uong_truc_thuoc', since: '2010-01-01' },
      administrator: { displayName: 'Người mẫu', username: 'nguoi-mau', password: randomUUID() },
    }),
  ],
  [
    'access.create-account',
    ({ rootId }) => ({
      displayName: 'Người mẫu',
      username: `mau-${createHash('sha256').update(rootId).digest('hex').slice(0, 8)}`,
      password: randomUUID(),
      role: 'organisation_officer',
      unitId: rootId,
      origin: 'mẫu',
    }),
  ],
  ['access.reset-password', () => ({ username: 'nguoi-mau', password: randomUUID() })],
  ['access.accounts', () => ({})],
  ['access.journal', () => ({})],
]

/** Capabilities whose deed lies in a library or outside any handler's transaction: they send no statement of their own. */
export const withoutStatements = [
  'access.sign-in',
  'access.sign-out',
  'access.change-password',
  'access.verify-journal',
]
