import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Break } from '#kernel/contract/verified.ts'
import { type Attack, asRole, asSuperuser } from '#test/attack.ts'
import { verifyIn } from '#test/journal-mutations.ts'
import { makeTrial, type Trial, trialKey, writeTrial } from '#test/journal-of-trial.ts'
import { sealAsBefore } from '#test/old-seals.ts'
import { type OwnProduct, ownProduct } from '#test/own-product.ts'
import { sealBlock, sealJournal } from './seal.ts'
import { readSealFile } from './seal-file.ts'
import { listSeals } from './seal-format.ts'
import { verifyEngine } from './verify.ts'

let own: OwnProduct
let trial: Trial
beforeAll(async () => {
  own = await ownProduct()
  trial = await makeTrial(own.engine)
})
afterAll(() => own.done())

const verify = async () => verifyEngine(own.engine, { keys: [trialKey], seals: await readSealFile(trial.file) })

/** Tampers as one whom no grant binds, verifies, and puts everything back. */
async function tampered(attack: Attack<unknown>, file: string | null = trial.file, keys = [trialKey]) {
  const undo = new Error('put back')
  let found: Awaited<ReturnType<typeof verifyIn>> | undefined
  await asSuperuser(own.engine, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await attack(tx)
    found = await verifyIn(tx, file, keys)
    throw undo
  }).catch((error) => {
    if (error !== undo) throw error
  })
  return found!
}
const sending =
  (...statements: string[]): Attack<unknown> =>
  async (tx) => {
    for (const one of statements) await sql.raw(one).execute(tx)
  }

describe('the chain', () => {
  test('holds blocks without gaps, each on the one before, signed, and verifies whole', async () => {
    const seals = await asRole(own.engine, 'lienchi_system', {}, (tx) => listSeals(tx, 0, 100))
    for (const [at, seal] of seals.entries()) {
      const before = seals[at - 1]
      expect(seal).toMatchObject({
        no: at + 1,
        format: 2,
        first: (before?.last ?? 0) + 1,
        signature: expect.any(String),
      })
      expect(seal.previous).toBe(before?.hash ?? '00'.repeat(32))
    }
    expect(await verify()).toEqual({
      whole: true,
      blocks: seals.length,
      sealedEntries: seals.at(-1)!.last,
      notYetSealed: 0,
      oldestUnsealedSeconds: null,
      signaturesChecked: true,
      confirmedOutside: seals.length,
      erased: [{ entry: trial.erased, by: expect.any(Number) }],
      breaksFound: 0,
      breaks: [],
    })
  })

  test('counts what is not sealed yet, and says how long the oldest has waited', async () => {
    const found = await tampered(async (tx) => {
      await sql`insert into journal.entry (id, capability, recorded_at, written_at, detail_digest)
        values (77001, 'x.y', '2024-01-01Z', clock_timestamp() - interval '90 seconds', '')`.execute(tx)
      await sql`insert into journal.entry (id, capability, recorded_at, detail_digest) values (77002, 'x.y', '2024-01-01Z', '')`.execute(
        tx,
      )
    })
    expect(found.notYetSealed).toBe(2)
    expect(Math.floor(found.oldestUnsealedSeconds! / 10)).toBe(9)
  })

  test('two sealers at once do not seal anything twice', async () => {
    for (let one = 0; one < 4; one++) await writeTrial(own.engine, one)
    const sealed = await Promise.all([1, 2, 3].map(() => sealJournal(own.engine, [trialKey])))
    expect(sealed.sort()).toEqual([0, 0, 4])
    expect((await verify()).whole).toBe(true)
  })

  test('seals entries that came from another server, whose transactions had greater numbers', async () => {
    const undo = new Error('put back')
    await asSuperuser(own.engine, async (tx) => {
      await sql`insert into journal.entry (id, capability, recorded_at, detail_digest, written_xid)
        values (77003, 'x.y', '2024-01-01Z', '', '4000000000')`.execute(tx)
      expect(await sealBlock(tx, [trialKey])).toBe(1)
      throw undo
    }).catch((error) => expect(error).toBe(undo))
  })

  test('a detail that was changed before it was sealed is not sealed as if it were true', async () => {
    const found = await tampered(async (tx) => {
      const { rows } = await sql<{ id: number }>`select max(id) as id from journal.entry`.execute(tx)
      const id = rows[0]!.id
      await sql
        .raw(`delete from journal.sealed where position >= (select max(first_position) from journal.block)`)
        .execute(tx)
      await sql.raw(`delete from journal.block where no = (select max(no) from journal.block)`).execute(tx)
      await sql.raw(`update journal.detail set ground = '"khác"' where entry_id = ${id}`).execute(tx)
      while ((await sealBlock(tx, [trialKey])) > 0) {}
    }, null)
    expect(found.breaks.map(({ what }) => what)).toContain('detail-changed')
  })
})

describe('tampering shows, and verifying names the place', () => {
  const place = (what: Break['what'], at: Partial<Break> = {}) => expect.objectContaining({ what, ...at })
  test.each([
    [
      'an entry’s capability',
      `update journal.entry set capability = 'x.y' where id = 5`,
      place('entry-changed', { entry: 5 }),
    ],
    [
      'a microsecond of its time',
      `update journal.entry set written_at = written_at + interval '1 microsecond' where id = 5`,
      place('entry-changed', { entry: 5 }),
    ],
    [
      'where one subject ends',
      `update journal.entry set subjects = array[array_to_string(subjects, '')] where id = 5`,
      place('entry-changed', { entry: 5 }),
    ],
    [
      'a detail’s after',
      `update journal.detail set after = '[2]' where entry_id = 5`,
      place('detail-changed', { entry: 5 }),
    ],
    [
      'a digit that no program reads',
      `update journal.detail set after = '[1.00, {"a": 2, "b": 1}]' where entry_id = (select min(id) + 1 from journal.entry)`,
      place('detail-changed'),
    ],
    [
      'nothing made JSON’s own nothing',
      `update journal.detail set ground = 'null' where entry_id = (select min(entry_id) from journal.detail where ground is null)`,
      place('detail-changed'),
    ],
    ['a detail taken away', `delete from journal.detail where entry_id = 5`, place('detail-gone', { entry: 5 })],
    ['an entry taken away', `delete from journal.entry where id = 5`, place('entry-gone', { entry: 5 })],
    ['its position too', `delete from journal.sealed where entry_id = 5`, place('position-missing')],
    ['a block’s hash', `update journal.block set root = '\\x00' where no = 2`, place('block-changed', { block: 2 })],
    [
      'a block’s tree',
      `update journal.block set merkle_root = previous where no = 2`,
      place('tree-changed', { block: 2 }),
    ],
    [
      'when it was sealed',
      `update journal.block set sealed_at = sealed_at + interval '1 microsecond' where no = 2`,
      place('block-changed', { block: 2 }),
    ],
    ['a block between taken away', `delete from journal.block where no = 2`, place('block-missing', { block: 3 })],
    [
      'the last block taken away',
      `delete from journal.block where no = (select max(no) from journal.block)`,
      place('sealed-without-block'),
    ],
    [
      'a signature',
      `update journal.block set signature = '\\x00' where no = 2`,
      place('signature-wrong', { block: 2 }),
    ],
    [
      'a signature taken away',
      `update journal.block set signature = null where no = 2`,
      place('signature-missing', { block: 2 }),
    ],
    [
      'an entry with a number of long ago',
      `insert into journal.entry (id, capability, recorded_at, detail_digest) values (-3, 'x.y', '2020-01-01Z', '')`,
      place('entry-put-in-later', { entry: -3 }),
    ],
  ])('%s', async (_, statement, found) => {
    expect((await tampered(sending(statement))).breaks).toContainEqual(found)
  })

  test('an entry put in with an old number is never sealed as if it had always been there', async () => {
    const found = await tampered(async (tx) => {
      await sql`insert into journal.entry (id, capability, recorded_at, detail_digest) values (-3, 'x.y', '2020-01-01Z', '')`.execute(
        tx,
      )
      expect(await sealBlock(tx, [trialKey])).toBe(0)
    })
    expect(found.breaks).toEqual([{ what: 'entry-put-in-later', block: null, position: null, entry: -3 }])
  })

  const rewriteBy =
    (key: string): Attack<unknown> =>
    async (tx) => {
      await sql.raw(`delete from journal.block where no > 2`).execute(tx)
      await sql
        .raw(`delete from journal.sealed where position > (select last_position from journal.block where no = 2)`)
        .execute(tx)
      await sql
        .raw(`update journal.entry set capability = 'x.y' where id = (select max(id) from journal.entry)`)
        .execute(tx)
      while ((await sealBlock(tx, [key])) > 0) {}
    }

  test('a tail made anew is betrayed by its signatures where there is no file', async () => {
    const found = await tampered(rewriteBy('the key of a forger'), null)
    expect(found.breaks.map(({ what }) => what)).toContain('signature-wrong')
    expect(found.confirmedOutside).toBeNull()
  })

  test('a tail made anew with the key itself is betrayed by the file', async () => {
    const found = await tampered(rewriteBy(trialKey))
    expect(found.breaks).toContainEqual(place('seal-line-differs', { block: 3 }))
    expect((await tampered(rewriteBy(trialKey), null)).whole).toBe(true)
  })

  test('a tail cut off with all that it sealed is betrayed by the file', async () => {
    const cut = sending(
      `delete from journal.erasure`,
      `delete from journal.detail where entry_id in (select entry_id from journal.sealed where position > (select last_position from journal.block where no = 5))`,
      `delete from journal.entry where id in (select entry_id from journal.sealed where position > (select last_position from journal.block where no = 5))`,
      `delete from journal.sealed where position > (select last_position from journal.block where no = 5)`,
      `delete from journal.block where no > 5`,
    )
    expect((await tampered(cut)).breaks).toContainEqual(place('block-cut-off', { block: 6 }))
  })

  test('without a key the file still confirms, and it is said that signatures were not checked', async () => {
    const found = await tampered(sending(`update journal.block set signature = '\\x00' where no = 2`), trial.file, [])
    expect(found).toMatchObject({ signaturesChecked: false, breaks: [place('seal-line-differs', { block: 2 })] })
  })

  test('a former key still verifies what it signed', async () => {
    const nothing = sending('select 1')
    expect((await tampered(nothing, null, ['a new key', trialKey])).whole).toBe(true)
    expect((await tampered(nothing, null, ['a new key'])).whole).toBe(false)
  })

  test('of very many breaks the first are listed and all are counted', async () => {
    const many = sending(
      `insert into journal.entry (id, capability, recorded_at, detail_digest) select -g, 'x.y', '2020-01-01Z', '' from generate_series(1, 1500) g`,
    )
    const found = await tampered(many)
    expect(found.breaks).toHaveLength(1000)
  })
})

describe('blocks of release 0.1.0', () => {
  test('verify as they were sealed, unsigned, and new blocks go on from them', async () => {
    const old = await ownProduct()
    const sealOld = () =>
      asSuperuser(old.engine, async (tx) => {
        await sealAsBefore(tx)
      })
    for (let one = 0; one < 5; one++) await writeTrial(old.engine, one)
    await sealOld()
    for (let one = 0; one < 3; one++) await writeTrial(old.engine, one)
    await sealOld()
    await writeTrial(old.engine)
    await sealJournal(old.engine, [trialKey])
    const look = () => verifyEngine(old.engine, { keys: [trialKey], seals: null })
    expect(await look()).toMatchObject({ whole: true, blocks: 3, sealedEntries: 9 })
    for (const [statement, what] of [
      [`update journal.entry set capability = 'x.y' where id = 2`, 'entry-changed'],
      [`update journal.detail set ground = '"x"' where entry_id = 3`, 'detail-changed'],
      [`update journal.block set root = '\\x00' where no = 1`, 'block-changed'],
      [`delete from journal.block where no = 1`, 'block-missing'],
    ] as const) {
      const undo = new Error('put back')
      await asSuperuser(old.engine, async (tx) => {
        await sql.raw(statement).execute(tx)
        expect((await verifyIn(tx, null)).breaks.map((one) => one.what)).toContain(what)
        throw undo
      }).catch((error) => {
        if (error !== undo) throw error
      })
    }
    await old.done()
  })
})

test('the seal file has one line for each block', () => {
  const lines = readFileSync(trial.file, 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).no)).toEqual(lines.map((_, at) => at + 1))
})
