import { sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { listBelongingNames } from '../acts/entered-act.read.ts'
import { listMoves } from '../acts/world.read.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import type { ToldAct } from './act.contract.ts'
import { type Deeds, readRevoked, type Touched } from './revoked.read.ts'

/** An act with everything it did, with the names that the actor may read; undefined where there is none. */
export async function tellAct(db: Tx<'structure'>, actId: string): Promise<ToldAct | undefined> {
  const line = (await listActs(db, [actId]))[0]
  if (!line) return undefined
  const { on } = line.effective
  const { units, edges, moves } = line.revoked ? await readRevoked(db, actId, on) : await readDeeds(db, actId, on)
  const things = await listBelongingNames(db, moves)
  const ids = [
    ...units.flatMap((unit) => [unit.id, unit.parent, unit.before?.parent]),
    ...edges.flatMap(({ from, to }) => [from, to]),
    ...moves.flatMap((move) => [move.unitId, move.to]),
  ].filter((id) => typeof id === 'string')
  const names = await listLinks(db, [...new Set(ids)], on)
  for (const { id, name } of units) if (name) names.set(id, name)
  const link = (id: string) => ({ id, name: names.get(id) ?? null })
  const linkOrNull = (id: string | null) => (id === null ? null : link(id))
  return {
    ...line,
    units: units.map(({ id, stands, part, type, parent, before }) => ({
      unit: link(id),
      stands,
      part,
      type,
      parent: linkOrNull(parent),
      before: before && { ...before, parent: linkOrNull(before.parent) },
    })),
    lineage: edges.map(({ from, to }) => ({ from: link(from), to: link(to) })),
    belongings: moves.map(({ family, thing, unitId, to }) => ({
      family,
      name: things({ family, thing }),
      unit: link(unitId),
      to: linkOrNull(to),
    })),
  }
}

/** What an act in force did: its units as they are from its day on (those it ended: as they were), superiors before what stands below them. */
async function readDeeds(db: Tx<'structure'>, actId: string, on: PlainDate): Promise<Deeds> {
  const { rows } = await sql<{ units: Touched[] }>`
    select coalesce(json_agg(json_build_object('id', u.unit_id, 'part', u.part, 'stands', true, 'type', coalesce(now.type, was.type, ''),
        'parent', case when u.part = 'ended' then was.parent_id else now.parent_id end,
        'before', case when u.part = 'changed' and was.unit_id is not null
          then json_build_object('name', was.name, 'type', was.type, 'parent', was.parent_id) end)
        order by coalesce(now.name_sort, was.name_sort), u.unit_id), '[]') as units
    from structure.act_unit u
      left join structure.unit_version now on now.unit_id = u.unit_id and now.valid_at @> ${on}::date
      left join structure.unit_version was on was.unit_id = u.unit_id and was.valid_at @> ${addDays(on, -1)}::date
    where u.act_id = ${actId}::uuid`.execute(db)
  const edges = await db
    .selectFrom('structure.lineage')
    .select(['from_id as from', 'to_id as to'])
    .where('act_id', '=', actId)
    .execute()
  return { units: rows[0]!.units, edges, moves: await listMoves(db, actId) }
}
