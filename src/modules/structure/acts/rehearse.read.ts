import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import type { Work } from '#kernel/server/work.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import { stretchOn } from '../timeline.rules.ts'
import type { UnitLink } from '../words.contract.ts'
import type { ActInput } from './act-input.contract.ts'
import { blockSentence } from './blocks.rules.ts'
import type { ActBlock, ActEffect } from './effect.contract.ts'
import { listBelongingNames } from './entered-act.read.ts'
import type { Participants } from './participant.write.ts'
import { type Plan, planAct } from './plan.rules.ts'
import { type Replaced, readWorld } from './world.read.ts'

/** The work of any capability of structure. */
export type StructureWork = Work<`structure.${string}`, never>
type Link = typeof UnitLink._output

/** An act to be tried: a new one, a correction of one, or the taking back of one (`act: null`). */
export interface Trial {
  readonly id: string
  readonly act: ActInput | null
  readonly replaced: Replaced | null
  readonly allocation: Readonly<Record<string, unknown>>
}

/** What an act would do, and what blocks it, in words. */
export interface Rehearsed {
  readonly plan: Plan
  readonly blocks: (typeof ActBlock._output)[]
  readonly above: ActEffect['above']
  /** Names of units: those that the act gives, else those of the day. */
  readonly link: (unitId: string) => Link
}

/** Tries an act on the tree as it stands, writing nothing. */
export async function rehearse(work: StructureWork, trial: Trial, participants: Participants): Promise<Rehearsed> {
  const { act, replaced } = trial
  const day = firstDay(act, replaced)
  const world = await readWorld(work.db, act, replaced, day)
  const plan = planAct(trial.id, act, day, world)
  const ids = new Set([
    ...plan.lives.map(({ unitId }) => unitId),
    ...plan.blocks.flatMap(({ units }) => units),
    ...world.lives.keys(),
  ])
  const names = await listLinks(work.db, [...ids], day)
  for (const { id, name } of act?.opens ?? []) names.set(id, name)
  const link = (id: string): Link => ({ id, name: names.get(id) ?? null })
  const blocks: Rehearsed['blocks'] = plan.blocks.map(({ at, code, units }) => ({
    at,
    code,
    why: blockSentence(
      code,
      act?.kind ?? null,
      units.map((id) => names.get(id) ?? id),
    ),
    units: units.map(link),
  }))
  const above: ActEffect['above'] = []
  for (const participant of act ? participants() : []) {
    const { module } = participant
    const seen = await participant.preview(work.tx, { id: trial.id, act: act!, allocation: trial.allocation[module] })
    above.push(...seen.changes.map((change) => ({ module, ...change })))
    blocks.push(...seen.blocks.map((why: Sentence) => ({ at: 'act', code: module, why, units: [] })))
  }
  return { plan, blocks, above, link }
}

/** The first day that may become different. */
function firstDay(act: ActInput | null, replaced: Replaced | null): PlainDate {
  const days = [act?.effective, replaced?.effective].filter((day) => day !== undefined)
  return days.sort()[0]!
}

/** What a rehearsal found, as the screens show it. */
export async function effectOf(
  work: StructureWork,
  trial: Trial & { act: ActInput },
  rehearsed: Rehearsed,
): Promise<ActEffect> {
  const { act } = trial
  const { plan, link } = rehearsed
  const opened = new Set(act.opens.map(({ id }) => id))
  const on = act.effective
  const things = await listBelongingNames(
    work.db,
    plan.belongings.map(({ belonging }) => belonging),
  )
  return {
    effective: on,
    opens: act.opens.map(({ id, name, type, parentId }) => ({
      id,
      name,
      type,
      parent: parentId ? link(parentId) : null,
    })),
    changes: plan.lives.flatMap(({ unitId, before, after }) => {
      const [was, is] = [stretchOn(before, on), stretchOn(after, on)]
      if (!was || !is || opened.has(unitId)) return []
      const unit = link(unitId)
      const text = (id: string | null) => (id === null ? null : link(id).name)
      return [
        { unit, field: 'name' as const, from: was.name, to: is.name },
        { unit, field: 'shortName' as const, from: was.shortName, to: is.shortName },
        { unit, field: 'type' as const, from: was.type, to: is.type },
        { unit, field: 'parent' as const, from: text(was.parent), to: text(is.parent), same: was.parent === is.parent },
      ].flatMap(({ same, ...line }: { same?: boolean } & ActEffect['changes'][number]) =>
        (same ?? line.from === line.to) ? [] : [line],
      )
    }),
    ends: plan.lives.flatMap(({ unitId, before, after }) => {
      const was = stretchOn(before, on)
      return was && !stretchOn(after, on) ? [{ unit: link(unitId), type: was.type }] : []
    }),
    belongings: plan.belongings.map(({ belonging, to }) => ({
      family: belonging.family,
      name: things(belonging),
      unit: link(belonging.unitId),
      to: to ? link(to) : null,
    })),
    counts: [...plan.counts],
    moved: await countMoved(work, plan, on),
    later: await laterActs(work, plan, trial.id, on),
    above: rehearsed.above,
    blocks: rehearsed.blocks,
  }
}

/** Units whose line of superiors changes: those that are put elsewhere, begin or end, and all that stands below them on the day. */
async function countMoved(work: StructureWork, { lives }: Plan, on: PlainDate): Promise<number> {
  const moved = lives.flatMap(({ unitId, before, after }) =>
    stretchOn(before, on)?.parent === stretchOn(after, on)?.parent ? [] : [unitId],
  )
  const { rows } = await sql<{ units: number }>`select count(*) as units from (
    select unnest(${moved}::uuid[]) union
    select p.unit_id from structure.unit_path p cross join lateral unnest(p.ancestors) as a (id)
      join unnest(${moved}::uuid[]) as m (id) using (id) where p.valid_at @> ${on}::date) below`.execute(work.db)
  return rows[0]!.units
}

async function laterActs(
  work: StructureWork,
  { lives }: Plan,
  without: string,
  on: PlainDate,
): Promise<ActEffect['later']> {
  const { rows } = await sql<{ id: string }>`
    select distinct u.act_id as id from structure.act_unit u join structure.act a on a.id = u.act_id
    where u.unit_id = any (${lives.map(({ unitId }) => unitId)}::uuid[]) and a.effective_on > ${on}::date and a.revoked_kind is null
      and a.id <> ${without}::uuid limit 50`.execute(work.db)
  return listActs(
    work.db,
    rows.map(({ id }) => id),
  )
}
