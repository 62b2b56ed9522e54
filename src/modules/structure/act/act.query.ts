import { sql } from 'kysely'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { addDays } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { inputOf, listBelongingNames } from '../acts/entered-act.read.ts'
import { listMoves } from '../acts/world.read.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import { act } from './act.contract.ts'

/** What a person may do with an act, as buttons. */
const offered = ['structure.correct-act', 'structure.undo-act', 'structure.revoke-act']

export default handle(act, async (work, { actId }) => {
  const { db } = work
  const line = (await listActs(db, [actId]))[0] ?? work.missing()
  const row = await db
    .selectFrom('structure.act')
    .select(['entry', 'entered_by', 'known_from'])
    .where('id', '=', actId)
    .executeTakeFirstOrThrow()
  const units = await listTouched(db, actId, line.effective.on)
  const edges = await db
    .selectFrom('structure.lineage')
    .select(['from_id', 'to_id'])
    .where('act_id', '=', actId)
    .execute()
  const moves = await listMoves(db, actId)
  const things = await listBelongingNames(db, moves)
  const ids = [
    ...units.flatMap((unit) => [unit.id, unit.parent, unit.before?.parent]),
    ...edges.flatMap((edge) => [edge.from_id, edge.to_id]),
    ...moves.flatMap((move) => [move.unitId, move.to]),
  ].filter((id) => typeof id === 'string')
  const names = await listLinks(db, [...new Set(ids)], line.effective.on)
  const link = (id: string) => ({ id, name: names.get(id) ?? null })
  const linkOrNull = (id: string | null) => (id === null ? null : link(id))
  return {
    ...line,
    version: row.entry ?? 0,
    enteredBy: row.entered_by,
    enteredAt: row.known_from as Instant,
    units: units.map(({ id, part, type, parent, before }) => ({
      unit: link(id),
      part,
      type,
      parent: linkOrNull(parent),
      before: before && { ...before, parent: linkOrNull(before.parent) },
    })),
    lineage: edges.map(({ from_id, to_id }) => ({ from: link(from_id), to: link(to_id) })),
    belongings: moves.map(({ family, thing, unitId, to }) => ({
      family,
      name: things({ family, thing }),
      unit: link(unitId),
      to: linkOrNull(to),
    })),
    input: await inputOf(db, actId),
    may: row.entered_by === null || line.revoked ? [] : offered.filter((capability) => work.may(capability)),
  }
})

interface Touched {
  id: string
  part: 'opened' | 'changed' | 'ended'
  type: string
  parent: string | null
  before: { name: string | null; type: string; parent: string | null } | null
}

/** The units that an act touched, as they are from its day on (those it ended: as they were), superiors before what stands below them. */
async function listTouched(db: Tx<'structure'>, actId: string, on: PlainDate): Promise<Touched[]> {
  const { rows } = await sql<{ units: Touched[] }>`
    select coalesce(json_agg(json_build_object('id', u.unit_id, 'part', u.part, 'type', coalesce(now.type, was.type, ''),
        'parent', case when u.part = 'ended' then was.parent_id else now.parent_id end,
        'before', case when u.part = 'changed' and was.unit_id is not null
          then json_build_object('name', was.name, 'type', was.type, 'parent', was.parent_id) end)
        order by coalesce(now.name_sort, was.name_sort), u.unit_id), '[]') as units
    from structure.act_unit u
      left join structure.unit_version now on now.unit_id = u.unit_id and now.valid_at @> ${on}::date
      left join structure.unit_version was on was.unit_id = u.unit_id and was.valid_at @> ${addDays(on, -1)}::date
    where u.act_id = ${actId}::uuid`.execute(db)
  return rows[0]!.units
}
