import { handle } from '#kernel/server/handle.ts'
import { structureTexts } from '../structure.text.ts'
import type { Stretch } from '../timeline.rules.ts'
import { idOf, type LifeChange, rebuildPaths, recordAs, takeFence, writeLives } from '../write-acts.write.ts'
import type { Contradiction } from './contradiction.rules.ts'
import { readFrame } from './frame.read.ts'
import { type Replayed, replay } from './history.rules.ts'
import { loadHistory } from './load-history.contract.ts'
import { correctActs, isLoaded, writeActs, writeBelongings, writeSources, writeTouched } from './load-history.write.ts'
import { type Belief, beliefs } from './recorded.rules.ts'

export default handle(loadHistory, async (work, { history }) => {
  const replayed = replay(history, await readFrame(work.db), work.now)
  if (replayed.contradictions.length > 0) {
    work.refuse('contradiction', { count: replayed.contradictions.length }, replayed.contradictions.map(issueOf))
  }
  if (await isLoaded(work.db, history.name)) work.refuse('already_loaded')

  await takeFence(work.db)
  const order = new Map(replayed.acts.map((act, index) => [act.key, index]))
  await writeSources(work.db, history)
  for (const belief of beliefs(replayed.acts, replayed.deeds, work.now)) {
    await recordAs(work.db, belief.at)
    await writeActs(work.db, history.name, belief.acts, order)
    await correctActs(work.db, history.name, belief.corrected)
    await writeLives(
      work.db,
      belief.lives.map((life) => changeOf(life, history.name)),
    )
    await writeTouched(work.db, history.name, belief.acts)
  }
  await rebuildPaths(work.db)
  await writeBelongings(work.db, history, replayed, work.now)
  await recordAs(work.db, work.now)
  const roots = rootsOf(replayed).map((key) => idOf(history.name, 'unit', key))
  const counts = {
    units: replayed.lives.size,
    acts: history.acts.length,
    figures: history.figures.length,
    facts: history.facts.length,
  }
  work.record({
    units: roots,
    subjects: roots.map((id) => `unit:${id}`),
    after: { file: history.name, title: history.title, ...counts },
  })
  return counts
})

function changeOf({ unit, before, after }: Belief['lives'][number], file: string): LifeChange {
  const withFile = (stretch: Stretch) => withIds(stretch, file)
  return { unitId: idOf(file, 'unit', unit), before: before.map(withFile), after: after.map(withFile) }
}

function withIds(stretch: Stretch, file: string): Stretch {
  return {
    ...stretch,
    parent: stretch.parent && idOf(file, 'unit', stretch.parent),
    openedBy: idOf(file, 'act', stretch.openedBy),
    closedBy: stretch.closedBy && idOf(file, 'act', stretch.closedBy),
  }
}

function rootsOf(replayed: Replayed): string[] {
  return [...replayed.lives]
    .filter(([, stretches]) => stretches.some((stretch) => stretch.parent === null))
    .map(([key]) => key)
}

function issueOf({ at, code, what }: Contradiction) {
  const key = `contradiction.${code}` as const
  return { at, why: { vi: `${structureTexts.vi[key]} (${what})`, en: `${structureTexts.en[key]} (${what})` } }
}
