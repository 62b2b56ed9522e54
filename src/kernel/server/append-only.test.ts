import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { declareFigure } from '#modules/structure/declare-figure/declare-figure.contract.ts'
import { asRole, refusedBy } from '#test/attack.ts'
import { foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'

const roles = ['lienchi_reader', 'lienchi_writer', 'lienchi_figures', 'lienchi_system']
const tables = ['entry', 'detail', 'attempt', 'reading', 'block', 'sealed', 'erasure'].map((name) => `journal.${name}`)
const changes: Record<string, string> = {
  'journal.entry': `capability = 'x.y'`,
  'journal.detail': `actor_name = 'x'`,
  'journal.attempt': `code = 'x'`,
  'journal.reading': `capability = 'x.y'`,
  'journal.block': `root = ''`,
  'journal.sealed': `digest = ''`,
  'journal.erasure': `digest = ''`,
}
const denied = '42501'

let person: Person
beforeAll(async () => {
  const branch = await foundBranch()
  person = await foundPerson({ role: 'administrator', unitId: null })
  const asOfDate = { on: '2023-12-31', precision: 'day' } as never
  await person.ask(declareFigure, {
    unitId: branch.id('c1'),
    measure: 'members',
    value: 1,
    asOfDate,
    definition: 'xxx',
    sourceTitle: 'xxx',
  })
})

async function attack(role: string, statement: string): Promise<string> {
  const { engine } = await harness()
  const told = { account: person.accountId, reach_whole: 'yes', now: '2024-01-15T00:00:00Z' }
  return refusedBy(asRole(engine, role, told, (tx) => sql.raw(statement).execute(tx)))
}

describe('what is written in the journal stays', () => {
  test.each(roles)('%s can change, delete or empty nothing of it', async (role) => {
    for (const table of tables) {
      // A constant, so that nothing but the right to change decides.
      expect([table, 'update', await attack(role, `update ${table} set ${changes[table]}`)]).toEqual([
        table,
        'update',
        denied,
      ])
      expect([table, 'delete', await attack(role, `delete from ${table}`)]).toEqual([table, 'delete', denied])
      expect([table, 'truncate', await attack(role, `truncate ${table} cascade`)]).toEqual([table, 'truncate', denied])
    }
  })

  test('nobody but a command writes an entry, nobody but the sealer a block, nobody but the kernel an attempt', async () => {
    const entry = `insert into journal.entry (id, capability, recorded_at, detail_digest) values (-1, 'x', '2024-01-01Z', '')`
    const block = `insert into journal.block (no, first_position, last_position, root, previous) values (-1, 1, 1, '', '')`
    const attempt = `insert into journal.attempt (id, capability, status, code) values (uuidv7(), 'x', 403, 'x')`
    for (const role of roles) {
      if (role !== 'lienchi_writer') expect([role, await attack(role, entry)]).toEqual([role, denied])
      if (role !== 'lienchi_system') expect([role, await attack(role, block)]).toEqual([role, denied])
      if (role !== 'lienchi_system') expect([role, await attack(role, attempt)]).toEqual([role, denied])
    }
  })

  test('no role can take away what guards it', async () => {
    for (const role of roles) {
      for (const statement of [
        'alter table journal.entry disable row level security',
        'drop policy read_in_reach on journal.entry',
        'alter table journal.entry disable trigger all',
        'drop table journal.entry cascade',
        'create table journal.mine (id int)',
        'grant update on journal.entry to lienchi_writer',
      ]) {
        // A grant of what one does not hold is a warning in SQL, not an error: then the right must still be missing.
        const by = await attack(role, statement)
        if (statement.startsWith('grant'))
          expect(await attack('lienchi_writer', `update journal.entry set capability = 'x.y'`)).toBe(denied)
        else expect([role, statement, by]).toEqual([role, statement, denied])
      }
    }
  })
})

describe('the outbox', () => {
  test('takes from a command and gives nothing back; only the relay reads and empties it, and changes nothing', async () => {
    expect(
      await attack('lienchi_writer', `insert into kernel.outbox (id, job, payload) values (uuidv7(), 'x.y', '{}')`),
    ).toMatch(/went through/)
    for (const statement of [
      'select * from kernel.outbox',
      `update kernel.outbox set job = 'z'`,
      'delete from kernel.outbox',
      'truncate kernel.outbox',
    ]) {
      expect([statement, await attack('lienchi_writer', statement)]).toEqual([statement, denied])
      expect([statement, await attack('lienchi_reader', statement)]).toEqual([statement, denied])
    }
    expect(await attack('lienchi_system', `update kernel.outbox set job = 'z'`)).toBe(denied)
    expect(await attack('lienchi_system', `delete from kernel.outbox where job = 'x.y'`)).toMatch(/went through/)
  })

  test('a kept answer is its account’s own, and is never changed', async () => {
    const foreign = `insert into kernel.answered (account_id, capability, key, input_digest, answer) values ('00000000-0000-8000-8000-000000000001', 'x', 'x', '', '{}')`
    expect(await attack('lienchi_writer', foreign)).toBe(denied)
    expect(await attack('lienchi_writer', `update kernel.answered set answer = '{}'`)).toBe(denied)
    expect(await attack('lienchi_writer', 'delete from kernel.answered')).toBe(denied)
    expect(await attack('lienchi_reader', 'select * from kernel.answered')).toBe(denied)
  })
})
