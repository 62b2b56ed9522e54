import type { OutputOf } from '#kernel/contract/contract.ts'
import type { card } from '#modules/structure/card/card.contract.ts'
import { countsBelow, stretchesOf, superiors, worldOn } from './naive-structure.ts'
import { type Question, someDay, unitsOf } from './question.ts'
import { dayAfter } from './random.ts'

/** The card of a unit on a day. */
export const cardQuestion: Question = async (loaded, random) => {
  const { history, id } = loaded
  const unit = random.pick(unitsOf(loaded))
  const asOf = someDay(loaded, random)
  const answer = await loaded.ask<OutputOf<typeof card>>('structure.card', { unitId: id(unit), asOf })
  const keyOf = (link: { id: string } | null) => link && loaded.key(link.id)
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort()
  const told = (s: (typeof answer)['now']) => ({
    from: s.valid.from,
    until: s.valid.until,
    name: s.name,
    shortName: s.shortName,
    type: s.type,
    parent: keyOf(s.parent),
    covered: s.covered,
  })
  const product = {
    state: answer.state,
    now: answer.now.name,
    from: answer.life.from,
    fromPrecision: answer.life.fromPrecision,
    until: answer.life.until,
    untilPrecision: answer.life.untilPrecision,
    path: answer.path.map(keyOf),
    stretches: joined(answer.stretches.map(told)),
    direct: answer.direct && sorted(answer.direct),
    before: sorted(answer.predecessors.map(keyOf)),
    after: sorted(answer.successors.map(keyOf)),
    acts: sorted(answer.acts.flatMap((act) => act.parts.map((part) => [act.id, part]))),
    belongings: sorted([
      ...answer.facts.map((f) => [f.kind, f.value, f.valid.from, f.valid.until]),
      ...answer.aliases.map((a) => ['alias', a.name, a.valid.from, a.valid.until]),
    ]),
  }
  const stretches = stretchesOf(history, unit)
  const [first, last] = [stretches[0]!, stretches.at(-1)!]
  const here = stretches.find((s) => s.from <= asOf && (s.until === null || asOf < s.until))
  const nearest = here ? asOf : asOf < first.from ? first.from : dayAfter(last.until!, -1)
  const world = worldOn(history, asOf)
  const opened = history.acts.find((act) => act.opens.some((open) => open.unit === unit))!
  const ended = history.acts.find((act) => act.ends.includes(unit))
  const edges = history.acts.flatMap((act) => act.lineage)
  const belongings = [
    ...history.facts.filter((f) => f.unit === unit).map((f) => [f.kind, f.value, f.from, f.until ?? last.until]),
    ...history.aliases.filter((a) => a.unit === unit).map((a) => ['alias', a.name, a.from, a.until ?? last.until]),
  ]
  const parts = history.acts.flatMap((act) => [
    ...(act.opens.some((o) => o.unit === unit) ? [[loaded.actId(act.key), 'opened']] : []),
    ...(act.changes.some((c) => c.unit === unit) ? [[loaded.actId(act.key), 'changed']] : []),
    ...(act.ends.includes(unit) ? [[loaded.actId(act.key), 'ended']] : []),
  ])
  const belowIsTold = world.get(unit)?.belowCovered === false ? null : true
  const model = {
    state: here ? (here.covered ? 'alive' : 'no_source') : asOf < first.from ? 'not_yet' : 'ended',
    now: (here ?? (asOf < first.from ? first : last)).name,
    from: first.from,
    fromPrecision: opened.effective.precision,
    until: last.until,
    untilPrecision: ended?.effective.precision ?? null,
    path: superiors(worldOn(history, nearest), unit),
    stretches: joined(
      stretches.map(({ restricted: _, ...s }) => ({
        from: s.from,
        until: s.until,
        name: s.name,
        shortName: s.shortName,
        type: s.type,
        parent: s.parent,
        covered: s.covered,
      })),
    ),
    direct:
      belowIsTold &&
      sorted(
        [...countsBelow(worldOn(history, asOf), unit)]
          .filter(([, c]) => c.direct > 0)
          .map(([type, c]) => ({ type, units: c.direct })),
      ),
    before: sorted(edges.filter((e) => e.to === unit).map((e) => e.from)),
    after: sorted(edges.filter((e) => e.from === unit).map((e) => e.to)),
    acts: sorted(parts),
    belongings: sorted(belongings),
  }
  return { question: { card: unit, asOf }, product, model }
}

/** Neighbouring stretches that say the same are one (a change and its reverse on one day). */
function joined<T extends { from: string; until: string | null }>(stretches: readonly T[]): T[] {
  const out: T[] = []
  for (const stretch of stretches) {
    const last = out.at(-1)
    const same =
      last && JSON.stringify({ ...last, from: 0, until: 0 }) === JSON.stringify({ ...stretch, from: 0, until: 0 })
    if (same) out[out.length - 1] = { ...last, until: stretch.until }
    else out.push(stretch)
  }
  return out
}
