import { json } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { setToday } from './set-today.contract.ts'

export default (settingsChanged: () => void) =>
  handle(setToday, async (work, { today }) => {
    const row = await work.tx.selectFrom('kernel.setting').select('value').where('key', '=', 'clock').executeTakeFirst()
    const clock = (row?.value ?? {}) as { demo?: boolean }
    if (clock.demo !== true) work.refuse('no_demo')
    await work.tx
      .updateTable('kernel.setting')
      .set({ value: json({ ...clock, today }) })
      .where('key', '=', 'clock')
      .execute()
    work.record({ subjects: ['setting:clock'], before: row?.value, after: { ...clock, today } })
    settingsChanged()
    return { today }
  })
