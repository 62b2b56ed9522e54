import { handle } from '#kernel/server/handle.ts'
import { constraints } from '../acts/carry-out.write.ts'
import { findAct } from '../acts/entered-act.read.ts'
import type { Participants } from '../acts/participant.write.ts'
import { withdraw } from '../acts/withdraw.write.ts'
import { revokeAct } from './revoke-act.contract.ts'

export default (participants: Participants) =>
  handle(
    revokeAct,
    async (work, { actId, version, decision }) => {
      if ((await findAct(work.db, actId))?.revoked) work.refuse('revoked_already')
      const { before, units } = await withdraw(work, actId, version, participants, 'said')
      await work.db
        .updateTable('structure.act')
        .set({
          revoked_kind: decision.kind,
          revoked_symbol: decision.symbol ?? null,
          revoked_on: decision.on ?? null,
          revoked_organ: decision.organ ?? null,
        })
        .where('id', '=', actId)
        .execute()
      work.record({ units, subjects: [`act:${actId}`], before, ground: decision })
      return { version: work.entry! }
    },
    { constraints },
  )
