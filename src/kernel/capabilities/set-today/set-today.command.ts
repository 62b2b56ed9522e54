import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '#kernel/db/engine.ts'
import { json } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { setToday } from './set-today.contract.ts'

/** Whether an account holds a capability on a day. */
export type HoldsOn = (tx: Db, accountId: string, capability: string, day: PlainDate) => Promise<boolean>

export default (holdsOn: HoldsOn) =>
  handle(setToday, async (work, { today }) => {
    const row = await work.tx.selectFrom('kernel.setting').select('value').where('key', '=', 'clock').executeTakeFirst()
    const clock = (row?.value ?? {}) as { demo?: boolean }
    if (clock.demo !== true) work.refuse('no_demo')
    if (!(await holdsOn(work.tx, work.actor!.accountId, setToday.name, today))) work.refuse('nobody_could_set_it_back')
    await work.tx
      .updateTable('kernel.setting')
      .set({ value: json({ ...clock, today }) })
      .where('key', '=', 'clock')
      .execute()
    work.record({ subjects: ['setting:clock'], before: row?.value, after: { ...clock, today } })
    return { today }
  })
