import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attack, asRole, asSuperuser } from '#test/attack.ts'
import { type OwnProduct, ownProduct } from '#test/own-product.ts'
import { writeEntry } from './journal.ts'
import { sealJournal, verifyJournal } from './seal.ts'

const key = 'the key of this test'
let own: OwnProduct
beforeAll(async () => {
  own = await ownProduct()
})
afterAll(() => own.done())

const contract = { name: 'structure.try-sealing', secrets: [] } as never
async function write(count: number, input: unknown = { tên: 'Đảng bộ', n: 1.5 }): Promise<number[]> {
  const ids: number[] = []
  for (let i = 0; i < count; i++) {
    await asRole(own.engine, 'lienchi_writer', {}, async (tx) => {
      const { rows } = await sql<{ id: number }>`select nextval('journal.entry_id') as id`.execute(tx)
      const change = { subjects: ['thing:1', 'thing:2'], before: null, after: [1, { b: 1, a: 2 }], ground: 'QĐ 1' }
      await writeEntry(tx, { id: rows[0]!.id, contract, actor: null, now: '2024-01-15T03:00:00.000Z', input, change })
      ids.push(rows[0]!.id)
    })
  }
  await settle()
  return ids
}

/** On a server other tests' transactions are older than ours for a while: nothing written after them is sealed before they end. */
async function settle(): Promise<void> {
  for (let waited = 0; waited < 600; waited++) {
    const open = await asSuperuser(own.engine, async (tx) => {
      const { rows } = await sql<{ open: boolean }>`select exists (select from journal.entry
        where written_xid >= pg_snapshot_xmin(pg_current_snapshot())) as open`.execute(tx)
      return rows[0]!.open
    })
    if (!open) return
    await new Promise((done) => setTimeout(done, 50))
  }
}
const verify = () => verifyJournal(own.engine, key)
const what = async () => (await verify()).breaks.map((found) => found.what)

/** Tampers as one whom no grant binds, looks, and puts everything back. */
async function tampered(attack: Attack<unknown>, then: () => Promise<unknown> = async () => {}) {
  const kept = ['entry', 'detail', 'block', 'sealed'].map((name) => `journal.${name}`)
  await asSuperuser(own.engine, async (tx) => {
    for (const name of kept) await sql.raw(`create table copy_${name.slice(8)} as table ${name}`).execute(tx)
    await sql`set local session_replication_role = replica`.execute(tx)
    await attack(tx)
  })
  try {
    await then()
    return await verify()
  } finally {
    await asSuperuser(own.engine, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const name of kept) {
        await sql.raw(`delete from ${name}; `).execute(tx)
        await sql.raw(`insert into ${name} select * from copy_${name.slice(8)}`).execute(tx)
        await sql.raw(`drop table copy_${name.slice(8)}`).execute(tx)
      }
    })
  }
}
const breaksOf = async (statement: string) => (await tampered((tx) => sql.raw(statement).execute(tx))).breaks

describe('the chain', () => {
  test('holds blocks without gaps, each on the one before, and verifies whole', async () => {
    await write(3)
    expect(await sealJournal(own.engine, key)).toBe(3)
    await write(2)
    expect(await verify()).toMatchObject({ whole: true, blocks: 1, sealedEntries: 3, notYetSealed: 2 })
    expect(await sealJournal(own.engine, key)).toBe(2)
    await write(2)
    expect(await sealJournal(own.engine, key)).toBe(2)
    expect(await sealJournal(own.engine, key)).toBe(0)
    const blocks = await asRole(own.engine, 'lienchi_system', {}, (tx) =>
      tx.selectFrom('journal.block').selectAll().orderBy('no').execute(),
    )
    expect(blocks.map(({ no, first_position, last_position }) => [no, first_position, last_position])).toEqual([
      [1, 1, 3],
      [2, 4, 5],
      [3, 6, 7],
    ])
    expect(blocks[1]!.previous).toEqual(blocks[0]!.root)
    expect(await verify()).toEqual({ whole: true, blocks: 3, sealedEntries: 7, notYetSealed: 0, breaks: [] })
  })

  test('holds whatever values a detail has', async () => {
    await write(1, {
      b: 1e21,
      a: -0,
      c: 1e-7,
      10: 'x',
      2: 'y',
      __tên: { z: null, é: 'é' },
      leer: [],
      t: '\u2028"\\',
    })
    await sealJournal(own.engine, key)
    expect((await verify()).breaks).toEqual([])
  })

  test('two sealers at once do not seal anything twice', async () => {
    await write(4)
    const sealed = await Promise.all([1, 2, 3].map(() => sealJournal(own.engine, key)))
    expect(sealed.sort()).toEqual([0, 0, 4])
    expect((await verify()).whole).toBe(true)
  })

  test('does not seal the entry of a transaction that may still be open', async () => {
    const [id] = await write(1)
    const setTo = (xid: string) =>
      asSuperuser(own.engine, (tx) =>
        sql.raw(`update journal.entry set written_xid = ${xid} where id = ${id}`).execute(tx),
      )
    await setTo(`(pg_current_xact_id()::text::bigint + 100000)::text::xid8`)
    expect(await sealJournal(own.engine, key)).toBe(0)
    await setTo(`'3'`)
    expect(await sealJournal(own.engine, key)).toBe(1)
  })
})

describe('tampering shows, and verifying names the place', () => {
  test.each([
    [
      'an entry’s capability',
      `update journal.entry set capability = 'x.y' where id = 2`,
      { block: 1, entry: 2, what: 'entry changed' },
    ],
    [
      'an entry’s account',
      `update journal.entry set account_id = uuidv7() where id = 2`,
      { block: 1, entry: 2, what: 'entry changed' },
    ],
    [
      'an entry’s time',
      `update journal.entry set recorded_at = '2020-01-01Z' where id = 2`,
      { block: 1, entry: 2, what: 'entry changed' },
    ],
    [
      'where one subject ends',
      `update journal.entry set subjects = array['thing:1thing:2'] where id = 2`,
      { block: 1, entry: 2, what: 'entry changed' },
    ],
    [
      'a detail’s after',
      `update journal.detail set after = '[2]' where entry_id = 2`,
      { block: null, entry: 2, what: 'detail changed' },
    ],
    [
      'a detail’s actor',
      `update journal.detail set actor_name = 'người khác' where entry_id = 2`,
      { block: null, entry: 2, what: 'detail changed' },
    ],
    [
      'a detail taken away',
      `delete from journal.detail where entry_id = 2`,
      { block: null, entry: 2, what: 'detail gone' },
    ],
    ['an entry taken away', `delete from journal.entry where id = 2`, { block: 1, entry: 2, what: 'entry gone' }],
    [
      'its position too',
      `delete from journal.sealed where entry_id = 2`,
      { block: 1, entry: null, what: 'positions missing' },
    ],
    [
      'a block’s root',
      `update journal.block set root = '\\x00' where no = 1`,
      { block: 1, entry: null, what: 'root does not match' },
    ],
    [
      'a block between taken away',
      `delete from journal.block where no = 2`,
      { block: 3, entry: null, what: 'block missing before this one' },
    ],
    [
      'the last block taken away',
      `delete from journal.block where no = (select max(no) from journal.block)`,
      { block: null, what: 'sealed, and its block is gone' },
    ],
    [
      'a signature',
      `update journal.block set signature = '\\x00' where no = 2`,
      { block: 2, entry: null, what: 'signature does not match' },
    ],
    [
      'a signature taken away',
      `update journal.block set signature = null where no = 2`,
      { block: 2, entry: null, what: 'signature gone' },
    ],
  ])('%s', async (_, statement, found) => {
    expect(await breaksOf(statement)).toContainEqual(expect.objectContaining(found))
    expect(await what()).toEqual([])
  })

  test('a chain made anew over a changed entry is betrayed by its signatures', async () => {
    const remake: Attack<unknown> = async (tx) => {
      await sql`update journal.entry set capability = 'x.y' where id = 1`.execute(tx)
      await sql`delete from journal.sealed`.execute(tx)
      await sql`delete from journal.block`.execute(tx)
    }
    const found = await tampered(remake, () => sealJournal(own.engine, 'the key of a forger'))
    expect(found.breaks.map(({ what: one }) => one)).toContain('signature does not match')
    expect(found.notYetSealed).toBe(0)
  })
})
