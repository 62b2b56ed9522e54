import { handle } from '#kernel/server/handle.ts'
import { constraints } from '../acts/carry-out.write.ts'
import type { Participants } from '../acts/participant.write.ts'
import { withdraw } from '../acts/withdraw.write.ts'
import { undoAct } from './undo-act.contract.ts'

export default (participants: Participants) =>
  handle(
    undoAct,
    async (work, { actId, version, reason }) => {
      const { before, units } = await withdraw(work, actId, version, participants, 'nothing')
      await work.db.deleteFrom('structure.act').where('id', '=', actId).execute()
      work.record({ units, subjects: [`act:${actId}`], before, ground: { reason } })
      return { undone: true as const }
    },
    { constraints },
  )
