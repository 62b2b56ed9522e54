import { AbortedTransactionError, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutsideWork, openWork } from './open-work.ts'
import { type TestEngine, testEngines } from './testing.ts'

for (const { kind, open } of testEngines) {
  describe(`transactions on ${kind}`, () => {
    let test: TestEngine
    const db = () => test.engine.db
    const query = async <T>(text: string) => (await sql.raw<T>(text).execute(db())).rows

    beforeAll(async () => {
      test = await open()
      await test.engine.script('create table counter (id int primary key, n int not null); create table kept (i int)')
    })
    afterAll(() => test.done())

    it('fifty at once do not trample each other', async () => {
      await query('insert into counter values (1, 0)')
      let inside = 0
      let most = 0
      const one = () =>
        db()
          .transaction()
          .execute(async (tx) => {
            most = Math.max(most, ++inside)
            const { rows } = await sql<{ n: number }>`select n from counter where id = 1 for update`.execute(tx)
            await new Promise((resolve) => setTimeout(resolve, 1)) // another would come in here
            await sql`update counter set n = ${rows[0]!.n + 1} where id = 1`.execute(tx)
            inside--
          })
      await Promise.all(Array.from({ length: 50 }, one))
      expect(await query('select n from counter where id = 1')).toEqual([{ n: 50 }])
      if (kind === 'embedded') expect(most).toBe(1)
    })

    it('what fails among fifty leaves nothing, and what succeeds stays', async () => {
      const one = (i: number) =>
        db()
          .transaction()
          .execute(async (tx) => {
            await sql`insert into kept values (${i})`.execute(tx)
            if (i % 2) throw new Error(`no ${i}`)
            if (i % 3 === 0) await sql`select 1 / 0`.execute(tx)
          })
      const done = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => one(i)))
      const kept = done.flatMap((result, i) => (result.status === 'fulfilled' ? [i] : []))
      expect(kept.length).toBe(16)
      expect(await query('select i from kept order by i')).toEqual(kept.map((i) => ({ i })))
    })

    it('a transaction that goes on after an error cannot commit', async () => {
      const going = db()
        .transaction()
        .execute(async (tx) => {
          await sql`insert into counter values (2, 0)`.execute(tx)
          await sql`select 1 / 0`.execute(tx).catch(() => {})
        })
      await expect(going).rejects.toThrow(AbortedTransactionError)
      expect(await query('select from counter where id = 2')).toEqual([])
    })

    it('takes isolation level and access mode', async () => {
      const level = (tx: typeof test.engine.db) =>
        sql<{ level: string }>`select current_setting('transaction_isolation') as level`.execute(tx)
      const repeatable = await db().transaction().setIsolationLevel('repeatable read').execute(level)
      expect(repeatable.rows).toEqual([{ level: 'repeatable read' }])
      expect((await db().transaction().execute(level)).rows).toEqual([{ level: 'read committed' }])
      const writing = db()
        .transaction()
        .setAccessMode('read only')
        .execute((tx) => sql`insert into kept values (99)`.execute(tx))
      await expect(writing).rejects.toMatchObject({ code: '25006' })
    })

    it('savepoints take back a part', async () => {
      const tx = await db().startTransaction().execute()
      await sql`insert into counter values (10, 0)`.execute(tx)
      const after = await tx.savepoint('here').execute()
      await sql`insert into counter values (11, 0)`.execute(after)
      await (await after.rollbackToSavepoint('here').execute()).releaseSavepoint('here').execute()
      await sql`insert into counter values (12, 0)`.execute(tx)
      await tx.commit().execute()
      expect(await query('select id from counter where id between 10 and 12 order by id')).toEqual([
        { id: 10 },
        { id: 12 },
      ])
    })

    it('a settings of one transaction is gone in the next', async () => {
      await db()
        .transaction()
        .execute((tx) => sql`select set_config('lienchi.actor', 'x', true)`.execute(tx))
      const [row] = await query<{ actor: string | null }>("select current_setting('lienchi.actor', true) as actor")
      expect(row?.actor || null).toBeNull()
    })

    it('a raw begin does not poison the next borrower', async () => {
      await expect(query('begin')).rejects.toThrow('transaction open')
      await query('insert into counter values (20, 0)')
      await query('rollback')
      expect(await query('select id from counter where id = 20')).toEqual([{ id: 20 }])
    })

    it('a script is one transaction', async () => {
      await expect(test.engine.script('create table half (i int); select 1 / 0')).rejects.toMatchObject({
        code: '22012',
      })
      expect(await query("select to_regclass('half') as found")).toEqual([{ found: null }])
      await test.engine.script('create table whole (i int); insert into whole values (1)')
      expect(await query('select i from whole')).toEqual([{ i: 1 }])
    })

    it('inside a handler’s work any other way to the database throws, and after it is free again', async () => {
      const open = { capability: 'test.deed', closed: false }
      await openWork.run(open, async () => {
        await expect(query('select 1')).rejects.toThrow(OutsideWork)
        await expect(query('select 1')).rejects.toThrow('test.deed')
        await expect(
          db()
            .transaction()
            .execute(async () => 1),
        ).rejects.toThrow(OutsideWork)
        await expect(test.engine.script('select 1')).rejects.toThrow(OutsideWork)
        open.closed = true
        expect(await query('select 1 as one')).toEqual([{ one: 1 }])
      })
      expect(await query('select 1 as one')).toEqual([{ one: 1 }])
    })

    it('the work’s own transaction goes on while the guard stands', async () => {
      await db()
        .transaction()
        .execute((tx) =>
          openWork.run({ capability: 'test.deed', closed: false }, async () => {
            await expect(query('select 1')).rejects.toThrow(OutsideWork)
            await sql`insert into kept values (1000)`.execute(tx)
          }),
        )
      expect(await query('select i from kept where i = 1000')).toEqual([{ i: 1000 }])
    })

    it('who waits is served after a holder that failed', async () => {
      const failing = db()
        .connection()
        .execute(async () => {
          throw new Error('the holder fails')
        })
      const waiting = query('select 1 as one')
      await expect(failing).rejects.toThrow('the holder fails')
      expect(await waiting).toEqual([{ one: 1 }])
    })

    it('a connection given back cannot be used', async () => {
      let kept: typeof test.engine.db | undefined
      await db()
        .connection()
        .execute(async (one) => {
          kept = one
        })
      await expect(sql`select 1`.execute(kept!)).rejects.toThrow()
    })

    it('flush, free bytes and a second close do no harm', async () => {
      await test.engine.flush()
      expect(await test.engine.freeBytes()).toBeNull()
      const other = await open()
      await other.engine.close()
      await other.done()
      await expect(sql`select 1`.execute(other.engine.db)).rejects.toThrow()
    })
  })
}
