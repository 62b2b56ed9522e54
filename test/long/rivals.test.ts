import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Db } from '#kernel/db/engine.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations } from '#kernel/db/migrate.ts'
import { perform } from '#kernel/server/perform.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { readTerms } from '#src/product.ts'
import { branchHistory } from '../founders.ts'
import { emptyDatabase } from '../harness.ts'
import { demoClock, productOn } from '../own-product.ts'
import { wholeAsker } from '../small-world.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const acts = Number(process.env.ACTS ?? 150)
const rivals = 2

/** What is wrong with the tree, whoever wrote it: lines, parents, and lives against what the acts say. */
async function wrongsOfTree(db: Db): Promise<string[]> {
  const { rows } = await sql<{ wrong: string }>`
    with recursive line as (
      select unit_id, valid_at, array[unit_id] as ancestors from structure.unit_version where parent_id is null
      union all
      select v.unit_id, v.valid_at * line.valid_at, line.ancestors || v.unit_id
      from line join structure.unit_version v on v.parent_id = line.unit_id and v.valid_at && line.valid_at
      where v.unit_id <> all (line.ancestors)
    ), derived as (select unit_id, ancestors, range_agg(valid_at) as days from line group by 1, 2),
      stored as (select unit_id, ancestors, range_agg(valid_at) as days from structure.unit_path group by 1, 2)
    select 'line ' || coalesce(d.unit_id, s.unit_id) as wrong from derived d full join stored s using (unit_id, ancestors)
      where d.days is distinct from s.days
    union all select 'off the tree ' || v.unit_id from structure.unit_version v
      where not coalesce((select range_agg(l.valid_at) from line l where l.unit_id = v.unit_id) @> v.valid_at, false)
    union all select 'parent gone ' || v.unit_id from structure.unit_version v
      where v.parent_id is not null and not exists (select from structure.unit u where u.id = v.parent_id and u.life @> v.valid_at)
    union all select 'not described ' || u.id from structure.unit u
      where not coalesce((select range_agg(v.valid_at) from structure.unit_version v where v.unit_id = u.id) @> u.life, false)
    union all select 'opened by nobody ' || u.id from structure.unit u
      where not exists (select from structure.act_unit a join structure.act b on b.id = a.act_id
        where a.unit_id = u.id and a.part = 'opened' and b.effective_on = lower(u.life))
    union all select 'ended by nobody ' || u.id from structure.unit u
      where not upper_inf(u.life) and not exists (select from structure.act_unit a join structure.act b on b.id = a.act_id
        where a.unit_id = u.id and a.part = 'ended' and b.effective_on = upper(u.life))`.execute(db)
  return rows.map(({ wrong }) => wrong)
}

it.runIf(process.env.TEST_DATABASE_ADMIN_URL)(
  'two processes that reorganise one tree at once leave it whole; what could not be done was refused with a sentence',
  async () => {
    const database = await emptyDatabase()
    await database.migrate(listMigrations(migrationFolders()))
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.owner.db)
    const own = productOn(await database.use())
    const file = 'tranh-nhau'
    const actor = wholeAsker('00000000-0000-8000-8000-000000000009')
    for (const [name, input] of [
      ['structure.load-terms', { terms: readTerms() }],
      ['structure.load-history', { history: branchHistory(file) }],
    ] as const) {
      const handler = own.product.modules
        .flatMap(({ handlers }) => handlers)
        .find(({ contract }: { contract: Contract }) => contract.name === name)!
      await perform(own.product.kernel, { handler, actor, input, headers: new Headers(), answer: new Headers() })
    }
    await own.engine.db
      .insertInto('kernel.setting')
      .values({ key: 'clock', value: sql`${JSON.stringify(demoClock)}::jsonb` as never })
      .execute()
    const url = new URL(process.env.TEST_DATABASE_ADMIN_URL!)
    url.pathname = `/${rows[0]!.name}`
    url.username = 'lienchi_app'
    const children = Array.from({ length: rivals }, async (_, i) => {
      const script = fileURLToPath(new URL('./rival.child.ts', import.meta.url))
      const args = [script, url.href, idOf(file, 'unit', 'root'), String(seed + i), String(acts)]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
      let out = ''
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text
      })
      const [code] = await once(child, 'close')
      expect(code).toBe(0)
      return JSON.parse(out) as Record<string, number>
    })
    const told = await Promise.all(children)
    console.log(`rivals, seed ${seed}: ${told.map((one) => JSON.stringify(one)).join(' | ')}`)
    expect(await wrongsOfTree(own.engine.db as never)).toEqual([])
    for (const one of told)
      expect(
        Object.entries(one)
          .filter(([what]) => what.startsWith('entered'))
          .reduce((sum, [, n]) => sum + n, 0),
      ).toBeGreaterThan(acts / 5)
    await own.done()
  },
)
