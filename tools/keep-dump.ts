// node tools/keep-dump.ts: founds a small installation, uses a little of everything, and keeps its rows and some answers in test/dumps
// under this version's name. Done once for a release, before its migrations are frozen; the upgrade test starts from every dump kept.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { writeRows } from '#kernel/db/backup/write-rows.ts'
import { sealJournal } from '#kernel/server/seal.ts'
import { idOf } from '#modules/structure/index.server.ts'
import type { figures } from '#modules/structure/index.ts'
import { version } from '#src/product.ts'
import { type Asked, dumpFolder, type Kept } from '../test/dumps.ts'
import { branchHistory } from '../test/founders.ts'
import { cookieOf, demoClock, ownProduct, setUpInput } from '../test/own-product.ts'
import { pdfOf } from '../test/uploads.ts'

type Figures = OutputOf<typeof figures>

const own = await ownProduct(demoClock)
const { administrator } = setUpInput

async function capacityOf(signedIn: string): Promise<Record<string, string>> {
  const { capacities } = (await send('access.who-am-i', {}, signedIn)).body as { capacities: { id: string }[] }
  return { 'x-lienchi-capacity': capacities[0]!.id }
}

async function send(
  capability: string,
  input: unknown,
  cookie?: string,
  headers: Record<string, string> = {},
): Promise<{ response: Response; body: never }> {
  const key = { 'idempotency-key': crypto.randomUUID() }
  const response = await own.ask(`/api/${capability}`, input, cookie, { ...key, ...headers })
  const body = (await response.json()) as never
  if (!response.ok) throw new Error(`${capability}: ${JSON.stringify(body)}`)
  return { response, body }
}

// Administrator and organisation officer at once; the account below is made in the first of the two capacities.
await send('access.set-up', { ...setUpInput, alsoOrganisation: true })
const cookie = cookieOf((await send('access.sign-in', administrator)).response)
const history = branchHistory('ban-giu')
const base = { source: 's', opens: [], changes: [], ends: [], lineage: [] }
history.acts.push(
  {
    ...base,
    key: 'doi-ten',
    kind: 'rename',
    effective: { on: '2015-06-01' as never, precision: 'day' },
    changes: [{ unit: 'c1', name: 'Đảng bộ Cơ quan 1 (tên mới)' }],
  },
  {
    ...base,
    key: 'chuyen',
    kind: 'reparent',
    effective: { on: '2018-01-01' as never, precision: 'day' },
    changes: [{ unit: 'c1.o2', parent: 'c2' }],
  },
  {
    ...base,
    key: 'sap-nhap',
    kind: 'merge_into',
    effective: { on: '2020-01-01' as never, precision: 'month' },
    ends: ['c2.o1.k1'],
    lineage: [{ from: 'c2.o1.k1', to: 'c2.o1.k2' }],
  },
)
await send('structure.load-history', { history }, cookie)
const unit = (key: string) => idOf(history.name, 'unit', key)
const bytes = pdfOf(3000)
const begun = { purpose: 'structure.declare-figure', name: 'Báo cáo.pdf', size: bytes.length, nothingClassed: true }
const { fileId } = (await send('kernel.begin-file', begun, cookie)).body
await send('kernel.add-chunk', { fileId, no: 0, bytes: bytes.toString('base64') }, cookie)
await send('kernel.finish-file', { fileId }, cookie)
const figure = {
  unitId: unit('c1'),
  value: 7,
  asOfDate: { on: '2023-12-31', precision: 'day' },
  definition: 'mọi chi bộ đang hoạt động',
}
const declared = { ...figure, measure: 'cells', sourceTitle: 'Báo cáo thử', fileId }
const { id: figureId } = (await send('structure.declare-figure', declared, cookie)).body
const { published } = (await send('structure.figures', { unitId: figure.unitId }, cookie)).body as Figures
const { version: seen } = published.find(({ id }) => id === figureId)!
await send('structure.amend-figure', { ...figure, value: 8, qualifier: 'exact', figureId, version: seen }, cookie)
await send('kernel.keep-draft', { capability: 'structure.declare-figure', value: { value: 9 } }, cookie)
const cell = {
  displayName: 'Bí thư Thử',
  username: 'bithu',
  password: administrator.password,
  role: 'cell_secretary',
  unitId: unit('c1.o1.k1'),
  origin: 'dựng cho bản giữ',
}
await send('access.create-account', cell, cookie, await capacityOf(cookie))
await sealJournal(own.engine, [])

const questions: Omit<Asked, 'answer'>[] = [
  ...['2012-01-01', '2016-01-01', '2023-01-01'].flatMap((asOf) => [
    { capability: 'structure.tree', input: { asOf, under: unit('root') } },
    { capability: 'structure.card', input: { asOf, unitId: unit('c1') } },
    { capability: 'structure.figures', input: { asOf, unitId: unit('c1') } },
  ]),
  { capability: 'structure.lineage', input: { unitId: unit('c2.o1.k2') } },
  { capability: 'structure.find', input: { text: 'co quan 1' } },
  { capability: 'kernel.draft', input: { capability: 'structure.declare-figure' } },
]
const asked: Asked[] = []
for (const question of questions) {
  const { body } = await send(question.capability, question.input, cookie)
  asked.push({ ...question, answer: body })
}
const kept: Kept = { administrator, secretary: { username: cell.username, password: cell.password }, fileId, asked }
writeFileSync(join(dumpFolder, `${version}.json`), `${JSON.stringify(kept, null, 1)}\n`)
await writeRows(own.engine, join(dumpFolder, `${version}.backup`))
await own.done()
