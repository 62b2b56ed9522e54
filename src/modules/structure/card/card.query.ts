import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import { reachFor, type Session } from '#kernel/server/ports.ts'
import { listActs } from '../acts.read.ts'
import { listDirect } from '../figures/figures.read.ts'
import { believed } from '../known.read.ts'
import type { KnownPeriod } from '../words.contract.ts'
import { listBelongings } from './belongings.read.ts'
import { card } from './card.contract.ts'
import {
  listLinks,
  listStretches,
  nearestDay,
  pathBelieved,
  pathOn,
  periodOf,
  type StretchRow,
} from './stretches.read.ts'

/** What a person may do with a unit, as buttons on its card. */
const offered = ['structure.declare-figure', 'structure.enter-act']

export default handle(card, async (work, { unitId, knownOn }) => {
  const { actor, today, asOf, missing } = work
  const db = await believed(work, knownOn)
  const rows = await listStretches(db, unitId)
  if (rows.length === 0) missing()
  const at = stretchAt(rows, asOf)
  const touched = await db
    .selectFrom('structure.act_unit')
    .select(['act_id', 'part'])
    .where('unit_id', '=', unitId)
    .execute()
  const edges = await db
    .selectFrom('structure.lineage')
    .select(['act_id', 'from_id', 'to_id'])
    .where((eb) => eb.or([eb('from_id', '=', unitId), eb('to_id', '=', unitId)]))
    .execute()
  const acts = await listActs(db, [...new Set([...touched.map((t) => t.act_id), ...edges.map((e) => e.act_id)])])
  const path = await (knownOn ? pathBelieved : pathOn)(db, unitId, nearestDay(at.row.valid_at, asOf))
  const line = await pathOn(work.db, unitId, today)
  const parents = rows.flatMap((row) => (row.parent_id ? [row.parent_id] : []))
  const links = await listLinks(
    db,
    [...new Set([...path, ...parents, ...edges.flatMap((e) => [e.from_id, e.to_id])])],
    asOf,
  )
  const link = (id: string) => ({ id, name: links.get(id) ?? null })
  const direct = await listDirect(db, unitId, asOf)
  const stretches = rows.map((row) => stretchOf(row, link))
  const opening = acts.find(({ id }) => touched.some((t) => t.act_id === id && t.part === 'opened'))
  return {
    id: unitId,
    asOf,
    state: at.state,
    life: lifeOf(rows),
    now: stretches[rows.indexOf(at.row)]!,
    path: path.filter((id) => id !== unitId).map(link),
    stretches,
    acts: acts.map((act) => ({
      ...act,
      parts: touched.filter((t) => t.act_id === act.id).map((t) => t.part as 'opened' | 'changed' | 'ended'),
      from: edges.filter((e) => e.act_id === act.id && e.to_id === unitId).map((e) => link(e.from_id)),
      to: edges.filter((e) => e.act_id === act.id && e.from_id === unitId).map((e) => link(e.to_id)),
    })),
    establishedBy: opening?.decision ?? null,
    predecessors: edges.filter((e) => e.to_id === unitId).map((e) => link(e.from_id)),
    successors: edges.filter((e) => e.from_id === unitId).map((e) => link(e.to_id)),
    ...(await listBelongings(db, unitId)),
    direct: direct.byType,
    directInvented: direct.invented,
    may: offered.filter((capability) => reaches(actor!, capability, unitId, line)),
    note: opening?.note ?? null,
  }
})

/** Whether the actor may do something with a unit that stands in a line of superiors today. */
function reaches(actor: Session, capability: string, unitId: string, line: readonly string[]): boolean {
  const reach = reachFor(actor.grants, capability)
  return reach.whole || reach.own.includes(unitId) || line.some((id) => reach.below.includes(id))
}

type Stretch = OutputOf<typeof card>['now']

function stretchOf(row: StretchRow, link: (id: string) => { id: string; name: string | null }): Stretch {
  return {
    valid: periodOf(row),
    name: row.name,
    shortName: row.short_name,
    type: row.type,
    parent: row.parent_id ? link(row.parent_id) : null,
    covered: row.covered,
    illustrative: row.illustrative,
  }
}

function lifeOf(rows: readonly StretchRow[]): KnownPeriod {
  const [first, last] = [periodOf(rows[0]!), periodOf(rows.at(-1)!)]
  return {
    from: first.from,
    fromPrecision: first.fromPrecision,
    until: last.until,
    untilPrecision: last.untilPrecision,
  }
}

/** How the unit stands on a day: alive, not yet, ended, or without a source; and the stretch to show. */
function stretchAt(rows: readonly StretchRow[], day: PlainDate) {
  const row = rows.find(({ valid_at }) => valid_at.from <= day && (valid_at.until === null || day < valid_at.until))
  if (row) return { row, state: row.covered ? ('alive' as const) : ('no_source' as const) }
  const before = day < rows[0]!.valid_at.from
  const nearest = before ? rows[0]! : rows.at(-1)!
  return {
    row: nearest,
    state: before ? ('not_yet' as const) : ('ended' as const),
  }
}
