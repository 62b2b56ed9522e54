import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { addDays } from '#kernel/contract/dates.ts'
import { reachFor } from '#kernel/server/ports.ts'
import type { Issue } from '#kernel/server/work.ts'
import type { ActInput } from './act-input.contract.ts'
import { applyPlan, forgetSaid, takeBackBelongings, writeAct } from './apply.write.ts'
import type { Participants } from './participant.write.ts'
import type { Rehearsed, StructureWork, Trial } from './rehearse.read.ts'
import { listMoves } from './world.read.ts'

/** Constraints that a plan should have foreseen: another act came between, or the tree holds what the plan did not look at. */
export const constraints = {
  every_unit_hangs_on_a_root: 'does_not_hang_together',
  a_parent_lives_as_long_as_its_child: 'does_not_hang_together',
  a_version_lies_in_its_units_life: 'does_not_hang_together',
  a_unit_is_described_every_day_of_its_life: 'does_not_hang_together',
  unit_version_pkey: 'does_not_hang_together',
  a_fact_lies_in_its_units_life: 'does_not_hang_together',
  an_alias_lies_in_its_units_life: 'does_not_hang_together',
  an_organ_lives_at_a_living_unit: 'does_not_hang_together',
  a_counterpart_stands_at_a_living_unit: 'does_not_hang_together',
  published_figure_unit_id_fkey: 'does_not_hang_together',
} as const

/** Whether an actor with a right over some units may make a new root: only where a root of theirs goes on in it. */
export async function mayMakeItsRoots(work: StructureWork, act: ActInput): Promise<boolean> {
  if (reachFor(work.actor!.grants, work.capability).whole) return true
  if (act.changes.some(({ parentId }) => parentId === null)) return false
  const roots = act.opens.filter(({ parentId }) => parentId === null)
  if (roots.length === 0) return true
  const { rows } = await sql<{ id: string }>`
    select v.unit_id as id from structure.unit_version v
    where v.unit_id = any (${act.lineage.map(({ from }) => from)}::uuid[]) and v.valid_at @> ${addDays(act.effective, -1)}::date and v.is_root`.execute(
    work.db,
  )
  const before = new Set(rows.map(({ id }) => id))
  return roots.every((root) => act.lineage.some(({ from, to }) => to === root.id && before.has(from)))
}

/** The blocks of a rehearsal as issues of a refusal. */
export function issuesOf({ blocks }: Rehearsed): Issue[] {
  return blocks.map(({ at, why }) => ({ at: at === 'act' ? 'act' : `act.${at}`, why }))
}

/** Writes an act that a rehearsal found free of blocks: the act, the lives, what belongs, and the storeys above in their order. */
export async function carryOut(
  work: StructureWork,
  trial: Trial & { act: ActInput },
  { plan }: Rehearsed,
  participants: Participants,
): Promise<void> {
  const { id, act, replaced, allocation } = trial
  if (replaced) {
    await takeBack(work, id, replaced.effective, participants)
    await forgetSaid(work.db, id)
  }
  await writeAct(work.db, id, act, work.actor!.displayName)
  await applyPlan(work.db, id, act, plan)
  for (const participant of participants()) {
    await participant.apply(work.tx, { id, act, allocation: allocation[participant.module] })
  }
}

/** Takes back what an act did in the storeys above and to belongings; the lives follow by their plan. */
export async function takeBack(
  work: StructureWork,
  id: string,
  effective: PlainDate,
  participants: Participants,
): Promise<void> {
  for (const participant of [...participants()].reverse()) await participant.undo(work.tx, id)
  await takeBackBelongings(work.db, id, effective, await listMoves(work.db, id))
}

/** What the journal says of an act. */
export function entryOf(id: string, act: ActInput, plan: Rehearsed['plan']) {
  return {
    units: plan.lives.map(({ unitId }) => unitId),
    subjects: [`act:${id}`],
    after: {
      kind: act.kind,
      effective: act.effective,
      opened: act.opens.length,
      changed: act.changes.length,
      ended: act.ends.length,
    },
    ground: act.decision,
  }
}
