import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { json } from '#kernel/db/fragments.ts'
import { perform } from '#kernel/server/perform.ts'
import { actorWith } from '#kernel/server/ports.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { type Product, readRoles, readTerms } from '../product.ts'
import { draftOfTheEnding } from './ending.ts'
import { demoAccounts } from './people.ts'

/** The demo's first business day. */
export const demoToday = '2024-01-15'
const grantsFrom = '2010-01-01'
const recordedAt = '2024-01-15T02:00:00.000Z' as Instant
const grantedAt = `${grantsFrom}T02:00:00.000Z` as Instant

/** Who fills the demo; written in the journal as such. */
const filler = actorWith({
  accountId: '00000000-0000-8000-8000-000000000001',
  displayName: 'Bộ nạp dữ liệu dùng thử',
  capacity: 'Dữ liệu dùng thử',
  grants: [
    { id: '00000000-0000-8000-8000-000000000002', role: 'administrator', verbs: ['*'], unitId: null, reach: 'below' },
  ],
})

const historyFile = new URL('../../data/bloc/history.json', import.meta.url)

interface HistoryFile {
  name: string
  acts: { opens?: { unit: string; type: string; parent: string | null }[] }[]
}

/**
 * Fills an empty database with the Bloc and the demo's people, through the same capabilities that everybody uses. `owner` clears and
 * analyses: the product's own engine where that owns the tables (embedded), another login where it does not (bench).
 */
export async function fillDemo(product: Product, owner: Engine = product.kernel.engine): Promise<void> {
  const run = runAs(product)
  const history = JSON.parse(readFileSync(historyFile, 'utf8')) as HistoryFile
  const { accounts, rootId } = chooseUnits(history)
  await forgetHalfFilled(owner)
  // The grants of the demo's people begin on this day, so that the demo can be set back to it.
  await keepSetting(product, 'clock', { zone: 'Asia/Ho_Chi_Minh', today: grantsFrom, demo: true })
  product.kernel.settingsChanged()
  await run('structure.load-terms', { terms: readTerms() })
  await run('access.load-roles', { file: readRoles() })
  await run('structure.load-history', { history })
  for (const { unit, title: _title, ...account } of accounts) {
    const input = { ...account, unitId: unit && idOf(history.name, 'unit', unit) }
    // Recorded when the grants begin, so that “who could see this then” has something to say.
    const { accountId } = (await run('access.create-account', input, filler, grantedAt)) as { accountId: string }
    if (account.username === 'tochuc') await run('kernel.keep-draft', draftKept(history.name), { ...filler, accountId })
  }
  await product.kernel.engine.db
    .updateTable('kernel.setting')
    .set({ value: json({ zone: 'Asia/Ho_Chi_Minh', today: demoToday, demo: true }) })
    .where('key', '=', 'clock')
    .execute()
  product.kernel.settingsChanged()
  // Last of all: a demo cut short before this is not set up, and is filled anew from nothing.
  await keepSetting(product, 'organisation', { unitId: rootId })
  await owner.script('analyze')
  await product.kernel.engine.flush()
}

/** The ending of the Bloc waits in the wizard of the organisation officer. */
function draftKept(history: string) {
  const about = 'Chia Đảng bộ Khối các cơ quan Trung ương, từ 03/02/2025'
  return {
    capability: 'structure.enter-act',
    key: 'ket-thuc-2025',
    about,
    value: { ...draftOfTheEnding(history), rules: [] },
  }
}

/** A filling cut short (power, Ctrl+C) left some rows: the demo's folder holds nothing of anybody's, so they go. */
async function forgetHalfFilled(owner: Engine): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('structure', 'journal', 'kernel') or (schemaname = 'access' and tablename <> 'role')`.execute(
    owner.db,
  )
  await owner.script(`truncate ${rows.map((row) => row.name).join(', ')} cascade`)
}

async function keepSetting(product: Product, key: string, value: unknown): Promise<void> {
  await product.kernel.engine.db
    .insertInto('kernel.setting')
    .values({ key, value: json(value) })
    .execute()
}

/** Whether the database was filled before. */
export async function isFilled(product: Product): Promise<boolean> {
  return product.kernel.ports.isSetUp()
}

function runAs(product: Product) {
  const handlers = new Map(
    product.modules.flatMap((module) => module.handlers.map((h) => [h.contract.name, h] as const)),
  )
  return async (name: string, input: unknown, actor = filler, suppliedNow = recordedAt) => {
    const handler = handlers.get(name)
    if (!handler) throw new Error(`no capability ${name}`)
    return perform(product.kernel, {
      handler,
      actor,
      input,
      headers: new Headers(),
      answer: new Headers(),
      suppliedNow,
    })
  }
}

/** The Bloc, its first committee with a cell deep below, and that cell. */
function chooseUnits(history: HistoryFile) {
  const opened = history.acts.flatMap((act) => act.opens ?? [])
  const parents = new Map(opened.map((open) => [open.unit, open.parent]))
  const root = opened.find((open) => open.type === 'trung_uong_truc_thuoc')!.unit
  const lineOf = (unit: string): string[] => {
    const parent = parents.get(unit)
    return parent ? [...lineOf(parent), unit] : [unit]
  }
  const cell = opened.find(
    (open) => open.type === 'chi_bo' && lineOf(open.unit)[0] === root && lineOf(open.unit).length === 4,
  )!.unit
  const accounts = demoAccounts({ root, committee: lineOf(cell)[1]!, cell })
  return { accounts, rootId: idOf(history.name, 'unit', root) }
}
