import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { UnitState } from '../timeline.rules.ts'
import { ActInput } from './act-input.contract.ts'
import type { Belonging } from './belongings.rules.ts'
import { listMoves } from './world.read.ts'

type Structure = Tx<'structure'>

/** An act that people entered, as it stands. */
export interface EnteredAct {
  readonly id: string
  readonly effective: PlainDate
  readonly version: number
  readonly enteredBy: string | null
  readonly revoked: boolean
}

/** The act of an id, if there is one. */
export async function findAct(db: Structure, id: string): Promise<EnteredAct | undefined> {
  const row = await db
    .selectFrom('structure.act')
    .select(['id', 'effective_on', 'entry', 'entered_by', 'revoked_kind'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      effective: row.effective_on as PlainDate,
      version: row.entry ?? 0,
      enteredBy: row.entered_by,
      revoked: row.revoked_kind !== null,
    }
  )
}

/** The units that an act touched or named, those it opened apart: on the others the right to change it is asked. */
export async function unitsOfAct(db: Structure, id: string): Promise<{ opened: string[]; others: string[] }> {
  const { rows } = await sql<{ unit_id: string; opened: boolean }>`
    select unit_id, bool_or(opened) as opened from (
      select unit_id, part = 'opened' as opened from structure.act_unit where act_id = ${id}::uuid
      union all select (said ->> 'parent')::uuid, false from structure.act_unit where act_id = ${id}::uuid and said ->> 'parent' is not null
      union all select unnest(array[from_id, to_id]), false from structure.lineage where act_id = ${id}::uuid
    ) named group by unit_id`.execute(db)
  const ids = (opened: boolean) => rows.filter((row) => row.opened === opened).map((row) => row.unit_id)
  return { opened: ids(true), others: ids(false) }
}

/** What was entered, as it was entered; null where the act came with a history. */
export async function inputOf(db: Structure, id: string): Promise<ActInput | null> {
  const act = await db.selectFrom('structure.act').selectAll().where('id', '=', id).executeTakeFirst()
  if (!act?.entered_by) return null
  const said = await db
    .selectFrom('structure.act_unit')
    .selectAll()
    .where('act_id', '=', id)
    .orderBy('unit_id')
    .execute()
  const lineage = await db.selectFrom('structure.lineage').selectAll().where('act_id', '=', id).execute()
  const moves = await listMoves(db, id)
  const going = (family: 'organ' | 'counterpart') =>
    moves.flatMap((move) => (move.family === family && move.to ? [{ id: move.thing, to: move.to }] : []))
  return ActInput.parse({
    kind: act.kind,
    effective: act.effective_on,
    decision: withoutNull({
      kind: act.decision_kind,
      symbol: act.decision_symbol,
      on: act.decision_on,
      organ: act.decision_organ,
    }),
    ...withoutNull({ note: act.note_vi }),
    opens: said.flatMap(({ part, unit_id, said: state }) => {
      const { parent, shortName, type, name, restricted } = state as unknown as UnitState
      return part === 'opened'
        ? [{ id: unit_id, type, name, restricted, ...withoutNull({ shortName }), parentId: parent }]
        : []
    }),
    changes: said.flatMap(({ part, unit_id, said: state }) => {
      const { parent, ...rest } = state as unknown as Partial<UnitState>
      return part === 'changed'
        ? [{ unitId: unit_id, ...rest, ...(parent === undefined ? {} : { parentId: parent }) }]
        : []
    }),
    ends: said.flatMap(({ part, unit_id }) => (part === 'ended' ? [unit_id] : [])),
    lineage: lineage.map(({ from_id, to_id }) => ({ from: from_id, to: to_id })),
    organs: going('organ'),
    counterparts: going('counterpart'),
  })
}

function withoutNull(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}

/** Names of organs and counterparts; a fact is named by its kind, an alias by itself. */
export async function listBelongingNames(
  db: Structure,
  belongings: readonly Pick<Belonging, 'family' | 'thing'>[],
): Promise<(belonging: Pick<Belonging, 'family' | 'thing'>) => string> {
  const ids = (family: Belonging['family']) => belongings.flatMap((one) => (one.family === family ? [one.thing] : []))
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from structure.organ where id = any (${ids('organ')}::uuid[])
    union all select id, name from structure.counterpart where id = any (${ids('counterpart')}::uuid[])`.execute(db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return ({ family, thing }) => (family === 'organ' || family === 'counterpart' ? (names.get(thing) ?? '') : thing)
}
