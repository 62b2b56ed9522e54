import { createHash, randomUUID } from 'node:crypto'
import { idOf } from '#modules/structure/index.server.ts'
import { readRoles, readTerms } from '#src/product.ts'
import { branchHistory } from '#test/founders.ts'

/** What the samples may use of what was asked before them. */
export interface Known {
  rootId: string
  fileId: string
  figureId: string
  actId: string
  actVersion: number
  importId: string
  accountId: string
  otherAccountId: string
  grantId: string
  mandateId: string
  compartmentId: string
}

const unit = (key: string) => idOf('mau', 'unit', key)

/** One grassroots organisation goes on in another. */
const merger = () => ({
  kind: 'merge_into',
  effective: '2021-01-01',
  decision: { kind: 'Quyết định', symbol: '1-QĐ/M' },
  changes: ['k1', 'k2'].map((cell) => ({ unitId: unit(`c1.o1.${cell}`), parentId: unit('c1.o2') })),
  ends: [unit('c1.o1')],
  lineage: [{ from: unit('c1.o1'), to: unit('c1.o2') }],
  organs: [{ id: idOf('mau', 'organ', 'vp'), to: unit('c1.o2') }],
})

/** The branch of the tests with something that belongs to a unit. */
function historyWithBelongings() {
  const history = branchHistory('mau')
  const during = { unit: 'c1.o1', from: '2010-01-01' as never, source: 's' }
  history.organs.push({ ...during, key: 'vp', kind: 'van_phong', name: 'Văn phòng', aliases: [] })
  history.counterparts.push({ ...during, key: 'ttr', kind: 'thu_truong_co_quan', name: 'Thủ trưởng' })
  history.facts.push({ ...during, kind: 'seat', value: 'Hà Nội' })
  history.aliases.push({ ...during, name: 'Tên khác' })
  return history
}

const list = Buffer.from(
  `Mã,Tên tổ chức,Loại hình,Mã cấp trên\n${unit('c1.o2.k1')},Chi bộ Đổi tên,Chi bộ,\n,Chi bộ Mới,Chi bộ,${unit('c1.o2')}\n,,Chi bộ,\n`,
)

const pdf = Buffer.from('%PDF-1.4\n%âãÏÓ\n')

/** One asking of every capability, in an order in which each can succeed: their statements become docs/generated/queries.sql. */
export const samples: [string, (known: Known) => unknown][] = [
  ['structure.load-terms', () => ({ terms: readTerms() })],
  ['access.load-roles', () => ({ file: readRoles() })],
  ['structure.load-history', () => ({ history: historyWithBelongings() })],
  ['structure.tree', () => ({ figure: 'cells' })],
  ['structure.tree', ({ rootId }) => ({ under: rootId, figure: 'direct', levels: 1 })],
  ['structure.card', ({ rootId }) => ({ unitId: rootId })],
  ['structure.lineage', ({ rootId }) => ({ unitId: rootId })],
  ['structure.change-days', ({ rootId }) => ({ unitId: rootId })],
  ['structure.figures', ({ rootId }) => ({ unitId: rootId })],
  [
    'structure.figure-series',
    ({ rootId }) => ({ unitId: rootId, measure: 'cells', from: '2020-01-01', until: '2021-12-31' }),
  ],
  ['structure.preview-act', () => ({ act: merger() })],
  ['structure.enter-act', () => ({ act: merger() })],
  ['structure.act', ({ actId }) => ({ actId })],
  ['structure.annex', ({ actId }) => ({ actId })],
  [
    'structure.correct-act',
    ({ actId, actVersion }) => ({
      actId,
      version: actVersion,
      act: { ...merger(), effective: '2021-02-01' },
      reason: 'mẫu',
    }),
  ],
  ['structure.preview-undo', ({ actId }) => ({ actId })],
  ['structure.undo-act', ({ actId, actVersion }) => ({ actId, version: actVersion, reason: 'mẫu' })],
  ['structure.enter-act', () => ({ act: merger() })],
  [
    'structure.revoke-act',
    ({ actId, actVersion }) => ({ actId, version: actVersion, decision: { kind: 'Quyết định' } }),
  ],
  // What it did is told from what was once believed.
  ['structure.act', ({ actId }) => ({ actId })],
  ['structure.compare', ({ rootId }) => ({ under: rootId, from: '2020-01-01', until: '2023-01-01' })],
  ['structure.export', ({ rootId }) => ({ under: rootId, format: 'json' })],
  [
    'kernel.begin-file',
    () => ({ purpose: 'structure.import-units', name: 'mau.csv', size: list.length, nothingClassed: true }),
  ],
  ['kernel.add-chunk', ({ fileId }) => ({ fileId, no: 0, bytes: list.toString('base64') })],
  ['kernel.finish-file', ({ fileId }) => ({ fileId })],
  [
    'structure.preview-import',
    ({ fileId }) => ({ under: unit('c1'), effective: '2022-01-01', decision: { kind: 'Quyết định' }, fileId }),
  ],
  ['structure.import-state', ({ importId }) => ({ importId })],
  ['structure.import-refusals', ({ importId }) => ({ importId, format: 'csv' })],
  ['structure.commit-import', ({ importId }) => ({ importId })],
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
  ['kernel.drafts', () => ({ capability: 'structure.declare-figure' })],
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
  [
    'access.create-account',
    ({ rootId }) => ({
      displayName: 'Người mẫu',
      username: `khac-${createHash('sha256').update(rootId).digest('hex').slice(0, 8)}`,
      password: randomUUID(),
      role: 'organisation_officer',
      unitId: rootId,
      origin: 'mẫu',
    }),
  ],
  ['access.reset-password', () => ({ username: 'nguoi-mau', password: randomUUID() })],
  ['access.accounts', () => ({})],
  ['access.account', ({ accountId }) => ({ accountId })],
  ['access.roles', () => ({})],
  [
    'access.give-grant',
    ({ accountId, rootId }) => ({ accountId, role: 'member', unitId: rootId, reach: 'own', origin: 'mẫu' }),
  ],
  [
    'access.hand-on',
    ({ grantId, otherAccountId }) => ({
      grantId,
      accountId: otherAccountId,
      from: '2024-01-15',
      until: '2024-02-15',
      reason: 'mẫu',
    }),
  ],
  ['access.who-can-see', ({ rootId }) => ({ subject: `unit:${rootId}` })],
  ['access.own-rights', () => ({})],
  ['access.readings', () => ({})],
  ['access.readings-of-me', () => ({})],
  ['access.attempts', () => ({})],
  [
    'access.open-mandate',
    ({ rootId, accountId }) => ({
      kind: 'inspection',
      name: 'Đoàn mẫu',
      document: { kind: 'Quyết định' },
      unitId: rootId,
      from: '2024-01-15',
      until: '2024-03-15',
      shownOn: '2024-04-01',
      team: [accountId],
    }),
  ],
  ['access.mandates', () => ({})],
  ['access.close-mandate', ({ mandateId }) => ({ mandateId, reason: 'mẫu' })],
  [
    'access.open-compartment',
    ({ rootId, accountId, otherAccountId }) => ({
      kind: 'complaint',
      name: 'Vụ việc mẫu',
      unitId: rootId,
      team: [{ accountId, part: 'head' }],
      subjects: [otherAccountId],
    }),
  ],
  ['access.compartments', () => ({})],
  ['access.compartment', ({ compartmentId }) => ({ compartmentId })],
  ['access.change-team', ({ compartmentId }) => ({ compartmentId, joins: [], leaves: [], reason: 'mẫu' })],
  ['access.close-compartment', ({ compartmentId }) => ({ compartmentId, reason: 'mẫu' })],
  ['access.end-grant', ({ grantId }) => ({ grantId, reason: 'mẫu' })],
  ['access.journal', () => ({})],
  ['access.erase-values', () => ({ entryId: 1, ground: 'mẫu' })],
]

/** Capabilities whose deed lies in a library or outside any handler's transaction: they send no statement of their own. */
export const withoutStatements = [
  'access.sign-in',
  'access.sign-out',
  'access.change-password',
  'access.verify-journal',
]
