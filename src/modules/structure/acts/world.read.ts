import { sql } from 'kysely'
import type { Period, PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import { readFrame } from '../load-history/frame.read.ts'
import type { Stretch, UnitDeed, UnitState } from '../timeline.rules.ts'
import type { ActInput } from './act-input.contract.ts'
import type { Belonging } from './belongings.rules.ts'
import { type DoneMove, takenBack } from './belongings.rules.ts'
import type { World } from './plan.rules.ts'

type Structure = Tx<'structure'>

/** An act that is corrected or taken back: what it did is read away. */
export interface Replaced {
  readonly id: string
  readonly effective: PlainDate
}

/** Reads what an act can touch (see `World`), as it is without `replaced`. `day` is the first day that may become different. */
export async function readWorld(
  db: Structure,
  act: ActInput | null,
  replaced: Replaced | null,
  day: PlainDate,
): Promise<World> {
  const touched = await touchedUnits(db, act, replaced)
  const parents = act ? [...act.opens, ...act.changes].flatMap(({ parentId }) => parentId ?? []) : []
  const others = act
    ? act.lineage
        .flatMap(({ from, to }) => [from, to])
        .concat(
          act.organs.map(({ to }) => to),
          act.counterparts.map(({ to }) => to),
        )
    : []
  const ending = [...new Set([...(act?.ends ?? []), ...touched.replaced])]
  return {
    lives: await listLives(db, touched.all, [...new Set([...parents, ...others])], day),
    deeds: await listDeeds(db, touched.all, replaced?.id ?? null),
    belongings: await listBelongings(db, ending, act, replaced),
    frame: await readFrame(db),
  }
}

async function touchedUnits(db: Structure, act: ActInput | null, replaced: Replaced | null) {
  const before = replaced
    ? (await db.selectFrom('structure.act_unit').select('unit_id').where('act_id', '=', replaced.id).execute()).map(
        (row) => row.unit_id,
      )
    : []
  const now = act ? [...act.opens.map(({ id }) => id), ...act.changes.map(({ unitId }) => unitId), ...act.ends] : []
  return { all: [...new Set([...before, ...now])], replaced: before }
}

/** The lives of units, of those who stand directly below them from a day on, and of everybody above all these. */
async function listLives(
  db: Structure,
  touched: readonly string[],
  named: readonly string[],
  day: PlainDate,
): Promise<Map<string, Stretch[]>> {
  const { rows } = await sql<{
    units: (Omit<Stretch, 'valid'> & { unit: string; from: PlainDate; until: PlainDate | null })[]
  }>`
    with touched as (select unnest(${touched}::uuid[]) as id),
      near as (
        select id from touched union select unnest(${named}::uuid[])
        union select (u.said ->> 'parent')::uuid from structure.act_unit u join touched t on t.id = u.unit_id where u.said ->> 'parent' is not null
        union select v.unit_id from structure.unit_version v join touched t on v.parent_id = t.id and v.valid_at && daterange(${day}::date, null)
      ),
      around as (
        select id from near
        union select unnest(p.ancestors) from structure.unit_path p join near n on n.id = p.unit_id where p.valid_at && daterange(${day}::date - 1, null)
      )
    select coalesce(json_agg(json_build_object('unit', v.unit_id, 'from', lower(v.valid_at), 'until', upper(v.valid_at), 'type', v.type,
        'name', v.name, 'shortName', v.short_name, 'parent', v.parent_id, 'covered', v.covered, 'belowCovered', v.below_covered, 'restricted', v.restricted,
        'illustrative', v.illustrative, 'openedBy', v.opened_by, 'closedBy', v.closed_by) order by v.unit_id, v.valid_at), '[]') as units
    from structure.unit_version v join around a on a.id = v.unit_id`.execute(db)
  const lives = new Map<string, Stretch[]>()
  for (const { unit, from, until, ...stretch } of rows[0]!.units) {
    const list = lives.get(unit)
    if (list) list.push({ ...stretch, valid: { from, until } })
    else lives.set(unit, [{ ...stretch, valid: { from, until } }])
  }
  return lives
}

/** What acts in force have done to units, in effective order, leaving one act out. */
async function listDeeds(
  db: Structure,
  units: readonly string[],
  without: string | null,
): Promise<Map<string, UnitDeed[]>> {
  const { rows } = await sql<{
    deeds: {
      unit: string
      act: string
      on: PlainDate
      kind: string
      part: string
      invented: boolean
      said: UnitState
    }[]
  }>`
    select coalesce(json_agg(json_build_object('unit', u.unit_id, 'act', a.id, 'on', a.effective_on, 'kind', a.kind, 'part', u.part,
        'invented', s.grade = 'illustrative', 'said', u.said) order by a.effective_on, a.place, a.id), '[]') as deeds
    from structure.act_unit u join structure.act a on a.id = u.act_id join structure.source s on s.code = a.source
    where u.unit_id = any (${units}::uuid[]) and a.revoked_kind is null and a.id is distinct from ${without}::uuid`.execute(
    db,
  )
  const deeds = new Map<string, UnitDeed[]>(units.map((unit) => [unit, []]))
  for (const { unit, act, on, kind, part, invented, said } of rows[0]!.deeds) {
    const base = { act, on, illustrative: invented, mayChangeNothing: kind === 'restructure' || kind === 'record' }
    const deed: UnitDeed =
      part === 'opened'
        ? { ...base, open: said }
        : part === 'ended'
          ? { ...base, end: true }
          : { ...base, change: said }
    deeds.get(unit)!.push(deed)
  }
  return deeds
}

/** What belongs to units, and the organs and counterparts that the act names, without what the replaced act moved. */
async function listBelongings(
  db: Structure,
  units: readonly string[],
  act: ActInput | null,
  replaced: Replaced | null,
): Promise<Belonging[]> {
  const moves = replaced ? await listMoves(db, replaced.id) : []
  const things = [
    ...(act?.organs ?? []),
    ...(act?.counterparts ?? []),
    ...moves.map(({ thing }) => ({ id: thing })),
  ].flatMap(({ id }) => (/^[0-9a-f-]{36}$/.test(id) ? [id] : []))
  const { rows } = await sql<{ family: Belonging['family']; thing: string; unit_id: string; valid_at: Period }>`
    select 'organ' as family, id::text as thing, unit_id, valid_at from structure.organ where unit_id = any (${units}::uuid[]) or id = any (${things}::uuid[])
    union all select 'counterpart', id::text, unit_id, valid_at from structure.counterpart where unit_id = any (${units}::uuid[]) or id = any (${things}::uuid[])
    union all select 'fact', kind, unit_id, valid_at from structure.fact where unit_id = any (${units}::uuid[])
    union all select 'alias', name, unit_id, valid_at from structure.alias where unit_id = any (${units}::uuid[])`.execute(
    db,
  )
  const now = rows.map(({ family, thing, unit_id, valid_at }) => ({ family, thing, unitId: unit_id, valid: valid_at }))
  return replaced ? takenBack(now, moves, replaced.effective) : now
}

/** What an act has done with belongings. */
export async function listMoves(db: Structure, actId: string): Promise<DoneMove[]> {
  const rows = await db.selectFrom('structure.act_belonging').selectAll().where('act_id', '=', actId).execute()
  return rows.map((row) => ({
    family: row.family as DoneMove['family'],
    thing: row.thing,
    unitId: row.unit_id,
    to: row.to_unit_id,
    until: row.until_on,
  }))
}
