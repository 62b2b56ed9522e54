import { addDays } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Issue, Work } from '#kernel/server/work.ts'
import { listActs } from '../acts.read.ts'
import { takeFence } from '../write-acts.write.ts'
import type { ActInput } from './act-input.contract.ts'
import { applyPlan, forgetSaid } from './apply.write.ts'
import { issuesOf, takeBack } from './carry-out.write.ts'
import { findAct, inputOf, unitsOfAct } from './entered-act.read.ts'
import type { Participants } from './participant.write.ts'
import { rehearse } from './rehearse.read.ts'
import { listWhatStandsOn } from './stands-on.read.ts'

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
  const standing = await listActs(work.db, await listWhatStandsOn(work.db, actId))
  const issues: Issue[] = standing.map(({ effective, decision }) => ({
    at: 'act',
    why: both(`${decision?.symbol ?? decision?.kind ?? ''} (${effective.on})`),
  }))
  for (const participant of participants()) {
    const whys = await participant.whyNotUndo(work.tx, actId, act.effective)
    issues.push(...whys.map((why) => ({ at: 'act', why })))
  }
  if (issues.length > 0) work.refuse('stands_on_it', { count: issues.length }, issues)
  const trial = { id: actId, act: null, replaced: act, allocation: {} }
  const rehearsed = await rehearse(work, trial, participants)
  if (rehearsed.blocks.length > 0) work.refuse('stands_on_it', { count: rehearsed.blocks.length }, issuesOf(rehearsed))
  await takeBack(work, actId, act.effective, participants)
  await forgetSaid(work.db, actId, kept === 'said' ? opened : undefined)
  await applyPlan(work.db, actId, null, rehearsed.plan)
  return { before, units: [...opened, ...others] }
}

function both(text: string): Sentence {
  return { vi: text, en: text }
}
