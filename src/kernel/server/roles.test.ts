import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { asRole, asSuperuser, countOf, refusedBy } from '#test/attack.ts'
import { type Branch, foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'

let branch: Branch
let person: Person
let readable: string[]
beforeAll(async () => {
  const { engine } = await harness()
  branch = await foundBranch()
  person = await foundPerson({ role: 'administrator', unitId: null })
  readable = await tablesThat('SELECT', 'lienchi_reader')
  expect(engine).toBeDefined()
})

async function tablesThat(verb: string, role: string): Promise<string[]> {
  const { engine } = await harness()
  const { rows } = await asSuperuser(engine, (tx) =>
    sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pgboss') and has_table_privilege(${role}, format('%I.%I', schemaname, tablename), ${verb}) order by 1`.execute(
      tx,
    ),
  )
  return rows.map(({ name }) => name)
}

/** Open without a session, because they say nothing about anybody: settings, the hashes of the chain, which migrations ran. */
const open = ['journal.block', 'journal.sealed', 'kernel.setting', 'migration.applied']

describe('the reader', () => {
  test('sees nothing at all where nobody told the database who acts, however full the tables are', async () => {
    const { engine } = await harness()
    const seen = async (told: object) =>
      asRole(engine, 'lienchi_reader', told, async (tx) => {
        const found: string[] = []
        for (const table of readable) if ((await countOf(tx, table)) > 0) found.push(table)
        return found
      })
    expect((await seen({})).filter((table) => !open.includes(table))).toEqual([])
    expect(
      (await seen({ account: '', reach_whole: '', reach_own: '', reach_below: '{}' })).filter(
        (table) => !open.includes(table),
      ),
    ).toEqual([])
    expect((await seen({ account: person.accountId, reach_whole: 'yes' })).length).toBeGreaterThan(15)
  })

  test('sees nothing after the transaction before it saw everything: what is told ends with the transaction', async () => {
    const { engine } = await harness()
    await asRole(engine, 'lienchi_reader', { account: person.accountId, reach_whole: 'yes' }, (tx) =>
      countOf(tx, 'structure.unit'),
    )
    expect(await asRole(engine, 'lienchi_reader', {}, (tx) => countOf(tx, 'structure.unit'))).toBe(0)
  })

  test('writes nothing but the log of readings', async () => {
    for (const verb of ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) {
      expect([verb, await tablesThat(verb, 'lienchi_reader')]).toEqual([
        verb,
        verb === 'INSERT' ? ['journal.reading'] : [],
      ])
    }
  })

  test('sees no secret of an account: no password, no session, no one-time value', () => {
    for (const table of ['access.credential', 'access.session', 'access.verification'])
      expect(readable).not.toContain(table)
  })
})

describe('figures', () => {
  test('their role can use the schema figures alone, where no table and no name is', async () => {
    const { engine } = await harness()
    expect(await tablesThat('SELECT', 'lienchi_figures')).toEqual(['kernel.setting'])
    const told = { account: person.accountId, reach_whole: 'yes' }
    for (const table of [
      'structure.unit_version',
      'structure.fact',
      'access.account',
      'journal.entry',
      'kernel.draft',
      'kernel.file',
    ]) {
      expect([table, await refusedBy(asRole(engine, 'lienchi_figures', told, (tx) => countOf(tx, table)))]).toEqual([
        table,
        '42501',
      ])
    }
    const counted = await asRole(engine, 'lienchi_figures', {}, (tx) =>
      sql<{
        type: string
        below: number
      }>`select type, below from figures.units_by_type(${branch.id('root')}::uuid, '{2024-01-15}')`.execute(tx),
    )
    expect(counted.rows.find(({ type }) => type === 'chi_bo')?.below).toBe(8)
  })

  test('a function of the schema gives back no name: only ids of units, types, days and counts', async () => {
    const { engine } = await harness()
    const { rows } = await asSuperuser(engine, (tx) =>
      sql<{ name: string; gives: string; definer: boolean; fixed: boolean }>`
        select p.proname as name, pg_get_function_result(p.oid) as gives, p.prosecdef as definer, coalesce(p.proconfig::text like '%search_path=pg_catalog%', false) as fixed
        from pg_proc p where p.pronamespace = 'figures'::regnamespace order by 1`.execute(tx),
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const row of rows)
      expect(row).toMatchObject({
        gives: expect.not.stringMatching(/name|account|person|member_id/),
        definer: true,
        fixed: true,
      })
  })
})

test('a function with its owner’s rights has a fixed search path, and nobody outside the product may call it', async () => {
  const { engine } = await harness()
  const { rows } = await asSuperuser(engine, (tx) =>
    sql<{ name: string; fixed: boolean; everybody: boolean; trigger: boolean }>`
      select format('%I.%I', n.nspname, p.proname) as name, coalesce(p.proconfig::text like '%search_path=pg_catalog%', false) as fixed,
        p.prorettype = 'trigger'::regtype as trigger,
        coalesce((select bool_or(a.grantee = 0) from aclexplode(p.proacl) a), true) as everybody
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname in ('kernel', 'journal', 'figures', 'structure', 'access') order by 1`.execute(
      tx,
    ),
  )
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.filter(({ fixed }) => !fixed)).toEqual([])
  expect(rows.filter(({ everybody, trigger }) => everybody && !trigger)).toEqual([])
})

test('on PostgreSQL the product’s own login owns nothing and is no superuser', async () => {
  const { engine } = await harness()
  if (engine.kind === 'embedded') return
  const { rows } = await sql<{
    superuser: boolean
    owns: number
  }>`select (select rolsuper from pg_roles where rolname = session_user) as superuser,
    (select count(*)::int from pg_class where relowner = session_user::regrole) as owns`.execute(engine.db)
  expect(rows).toEqual([{ superuser: false, owns: 0 }])
  expect(await refusedBy(sql`alter table journal.entry disable row level security`.execute(engine.db))).toBe('42501')
})
