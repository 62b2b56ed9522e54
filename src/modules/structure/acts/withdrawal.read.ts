import type { Sentence } from '#kernel/contract/problem.ts'
import { languages, say } from '#kernel/contract/text.ts'
import { listActs } from '../acts.read.ts'
import { actTexts } from './acts.text.ts'
import type { ActBlock } from './effect.contract.ts'
import type { EnteredAct } from './entered-act.read.ts'
import type { Participants } from './participant.write.ts'
import { type Rehearsed, rehearse, type StructureWork, type Trial } from './rehearse.read.ts'
import { listWhatStandsOn } from './stands-on.read.ts'
import { toldAct } from './told-act.rules.ts'

/** The taking back of an act, as a trial. */
export function withdrawalOf(act: EnteredAct): Trial {
  return { id: act.id, act: null, replaced: act, allocation: {} }
}

/**
 * Tries to take every effect of an act out of the tree, writing nothing. What keeps it from being taken back: the acts that stand on it and
 * what the storeys above have done with it; where there is none of these, what the tree itself could not be without it.
 */
export async function rehearseWithdrawal(
  work: StructureWork,
  act: EnteredAct,
  participants: Participants,
): Promise<Rehearsed> {
  const standing = await listActs(work.db, await listWhatStandsOn(work.db, act.id))
  const blocks: ActBlock[] = standing.map((one) => ({
    at: 'act',
    code: 'stands_on_it',
    why: standsOnIt(toldAct(one)),
    units: [],
    act: one,
  }))
  for (const participant of participants()) {
    const whys = await participant.whyNotUndo(work.tx, act.id, act.effective)
    blocks.push(...whys.map((why) => ({ at: 'act', code: participant.module, why, units: [], act: null })))
  }
  const rehearsed = await rehearse(work, withdrawalOf(act), participants)
  return blocks.length > 0 ? { ...rehearsed, blocks } : rehearsed
}

function standsOnIt(act: Sentence): Sentence {
  return Object.fromEntries(
    languages.map((language) => [language, say(actTexts, language, 'block.stands_on_it', { act: act[language] })]),
  ) as Sentence
}
