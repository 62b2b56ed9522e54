import { addDays } from '#kernel/contract/dates.ts'
import type { Work } from '#kernel/server/work.ts'
import { takeFence } from '../write-acts.write.ts'
import type { ActInput } from './act-input.contract.ts'
import { applyPlan, forgetSaid } from './apply.write.ts'
import { issuesOf, takeBack } from './carry-out.write.ts'
import { findAct, inputOf, unitsOfAct } from './entered-act.read.ts'
import type { Participants } from './participant.write.ts'
import { rehearseWithdrawal } from './withdrawal.read.ts'

type Withdrawing = Work<`structure.${string}`, 'stands_on_it' | 'came_with_a_history'>

/**
 * Takes every effect of an act out of the tree, while nothing stands on it; the act itself is the caller's. `kept: said` leaves in the
 * histories of the units that live on what it said of them (a decision taken back by a decision). Returns what had been entered.
 */
export async function withdraw(
  work: Withdrawing,
  actId: string,
  version: number,
  participants: Participants,
  kept: 'nothing' | 'said',
): Promise<{ before: ActInput; units: string[] }> {
  await takeFence(work.db)
  const act = (await findAct(work.db, actId)) ?? work.missing()
  const { opened, others } = await unitsOfAct(work.db, actId)
  await work.assertReach(others, addDays(act.effective, -1))
  const before = await inputOf(work.db, actId)
  if (!before) return work.refuse('came_with_a_history')
  if (act.version !== version) work.conflict({ act: before, version: act.version })
  const rehearsed = await rehearseWithdrawal(work, act, participants)
  if (rehearsed.blocks.length > 0) work.refuse('stands_on_it', { count: rehearsed.blocks.length }, issuesOf(rehearsed))
  await takeBack(work, actId, act.effective, participants)
  await forgetSaid(work.db, actId, kept === 'said' ? opened : undefined)
  await applyPlan(work.db, actId, null, rehearsed.plan)
  return { before, units: [...opened, ...others] }
}
