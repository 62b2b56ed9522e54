import { sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/contract/dates.ts'
import { sortKey } from '#kernel/contract/sort-key.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { DoneMove } from '../acts/belongings.rules.ts'

type Structure = Tx<'structure'>

/** What an act did, by ids. */
export interface Deeds {
  readonly units: readonly Touched[]
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  readonly moves: readonly DoneMove[]
}

/** A unit that an act touched. */
export interface Touched {
  readonly id: string
  readonly stands: boolean
  readonly part: 'opened' | 'changed' | 'ended'
  /** As the act gave it, where the unit itself does not bear it any more; absent: what the unit is called. */
  readonly name?: string | null
  readonly type: string
  readonly parent: string | null
  readonly before: { readonly name: string | null; readonly type: string; readonly parent: string | null } | null
}

/**
 * What an act did until it was revoked: what it still says of the units that live on, and what went to what was once believed, with the
 * revocation or after it: units that are none any more, who went on in whom, what belonged where. A name stands as the act gave it.
 */
export async function readRevoked(db: Structure, actId: string, on: PlainDate): Promise<Deeds> {
  const { rows } = await sql<{ units: Touched[] }>`
    select coalesce(json_agg(json_build_object('id', u.unit_id, 'part', u.part, 'stands', unit.id is not null,
        'name', coalesce(u.said ->> 'name', was.name), 'type', coalesce(u.said ->> 'type', was.type, ''),
        'parent', case when u.said ? 'parent' then u.said ->> 'parent' else was.parent_id::text end,
        'before', case when u.part = 'changed' and was.unit_id is not null
          then json_build_object('name', was.name, 'type', was.type, 'parent', was.parent_id) end)), '[]') as units
    from (
        select unit_id, part, said from structure.act_unit where act_id = ${actId}::uuid
        union all
        select w.unit_id, w.part, w.said from structure.act_unit_was w join structure.act a on a.id = w.act_id and w.superseded_by >= a.entry
        where w.act_id = ${actId}::uuid
      ) u left join structure.unit on unit.id = u.unit_id
        left join structure.unit_version was on was.unit_id = u.unit_id and was.valid_at @> ${addDays(on, -1)}::date`.execute(
    db,
  )
  const keyed = rows[0]!.units.map((unit) => ({ unit, key: `${sortKey(unit.name ?? '')} ${unit.id}` }))
  return {
    units: keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ unit }) => unit),
    edges: await listEdges(db, actId),
    moves: await listMovesTakenBack(db, actId),
  }
}

async function listEdges(db: Structure, actId: string): Promise<Deeds['edges']> {
  const { rows } = await sql<Deeds['edges'][number]>`
    select l.from_id as "from", l.to_id as "to" from structure.lineage_was l
      join structure.act a on a.id = l.act_id and a.entry = l.superseded_by
    where l.act_id = ${actId}::uuid order by l.from_id, l.to_id`.execute(db)
  return rows
}

async function listMovesTakenBack(db: Structure, actId: string): Promise<DoneMove[]> {
  const { rows } = await sql<DoneMove>`
    select b.family, b.thing, b.unit_id as "unitId", b.to_unit_id as "to", b.until_on as until from structure.act_belonging_was b
      join structure.act a on a.id = b.act_id and a.entry = b.superseded_by
    where b.act_id = ${actId}::uuid`.execute(db)
  return rows
}
