import { handle } from '#kernel/server/handle.ts'
import { structureTexts } from '../structure.text.ts'
import { type Stretch, timelineOf, type UnitDeed } from '../timeline.rules.ts'
import { idOf, rebuildPaths, recordAs, writeLives } from '../write-acts.write.ts'
import { readFrame } from './frame.read.ts'
import type { HistoryAct } from './history.contract.ts'
import { type Contradiction, replay, type Replayed } from './history.rules.ts'
import { loadHistory } from './load-history.contract.ts'
import { writeActs, writeBelongings, writeSources, writeTouched } from './load-history.write.ts'

export default handle(loadHistory, async (work, { history }) => {
  const replayed = replay(history, await readFrame(work.db), work.now)
  if (replayed.contradictions.length > 0) {
    work.refuse('contradiction', { count: replayed.contradictions.length }, replayed.contradictions.map(issueOf))
  }
  const actIds = history.acts.map((act) => idOf(history.name, 'act', act.key))
  const known = await work.db.selectFrom('structure.act').select('id').where('id', 'in', actIds.slice(0, 1)).executeTakeFirst()
  if (known) work.refuse('already_loaded')

  const order = new Map(replayed.acts.map((act, index) => [act.key, index]))
  await writeSources(work.db, history)
  for (const group of byRecordedTime(replayed.acts, work.now)) {
    await recordAs(work.db, group.at)
    await writeActs(work.db, history.name, group.acts, order)
    await writeLives(work.db, group.lives(replayed.deeds, history.name))
    await writeTouched(work.db, history.name, group.acts)
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
  work.record({ units: roots, subjects: roots.map((id) => `unit:${id}`), after: { file: history.name, title: history.title, ...counts } })
  return counts
})

/**
 * Acts in the order in which they became known. Each group gives what of the units' lives changes when it is added to what was known
 * before: so rows that were believed for a time are kept as believed, and "as known on" has something to say.
 */
function* byRecordedTime(acts: readonly HistoryAct[], now: string) {
  const groups = Map.groupBy(acts, (act) => act.recordedAt ?? (now as never))
  const knownActs = new Set<string>()
  const lives = new Map<string, readonly Stretch[]>()
  for (const at of [...groups.keys()].sort()) {
    const group = groups.get(at)!
    for (const act of group) knownActs.add(act.key)
    const touched = new Set(group.flatMap((act) => [...act.opens, ...act.changes].map((c) => c.unit).concat(act.ends)))
    yield {
      at,
      acts: group,
      lives: (deeds: ReadonlyMap<string, readonly UnitDeed[]>, file: string) =>
        [...touched].map((key) => {
          const before = lives.get(key) ?? []
          const knownDeeds = deeds.get(key)!.filter((deed) => knownActs.has(deed.act))
          const after = timelineOf(knownDeeds).stretches.map((stretch) => withIds(stretch, file))
          lives.set(key, after)
          return { unitId: idOf(file, 'unit', key), before, after }
        }),
    }
  }
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
  return [...replayed.lives].filter(([, stretches]) => stretches.some((stretch) => stretch.parent === null)).map(([key]) => key)
}

function issueOf({ at, code, what }: Contradiction) {
  const key = `contradiction.${code}` as const
  return { at, why: { vi: `${structureTexts.vi[key]} (${what})`, en: `${structureTexts.en[key]} (${what})` } }
}

