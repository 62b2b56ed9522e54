import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { listActs } from '../acts.read.ts'
import { stretchOn } from '../timeline.rules.ts'
import type { ActEffect } from './effect.contract.ts'
import { goingsOf, unitsOf } from './effect.rules.ts'
import { listBelongingNames } from './entered-act.read.ts'
import type { Plan } from './plan.rules.ts'
import type { Rehearsed, StructureWork, Trial } from './rehearse.read.ts'
import { listMoves } from './world.read.ts'

/** What a rehearsal found, as the screens show it: against what stands entered now. */
export async function effectOf(work: StructureWork, trial: Trial, rehearsed: Rehearsed): Promise<ActEffect> {
  const { act, replaced } = trial
  const { plan, link } = rehearsed
  const on = (act?.effective ?? replaced?.effective)!
  const done = replaced ? await listMoves(work.db, replaced.id) : []
  const goings = goingsOf(plan.belongings, done)
  const things = await listBelongingNames(work.db, goings)
  return {
    effective: on,
    ...unitsOf(plan.lives, act, { was: replaced?.effective ?? on, is: on }, link),
    belongings: goings.map(({ family, thing, unitId, to }) => ({
      family,
      name: things({ family, thing }),
      unit: link(unitId),
      to: to === null ? null : link(to),
    })),
    counts: [...plan.counts],
    moved: await countMoved(work, plan, on),
    later: await laterActs(work, plan, trial.id, on),
    above: rehearsed.above,
    blocks: [...rehearsed.blocks],
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
