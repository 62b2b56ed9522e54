import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { insertMany } from '#kernel/db/insert-many.ts'
import type { Tx } from '#kernel/server/work.ts'
import { rebuildPathsOf, writeLives } from '../write-acts.write.ts'
import type { ActInput } from './act-input.contract.ts'
import type { BelongingMove, DoneMove } from './belongings.rules.ts'
import { deedsOf, type Plan } from './plan.rules.ts'

type Structure = Tx<'structure'>

/** The source of everything that people enter. */
const entered = 'entered:act'

/** Writes the act itself, or writes it anew when it is corrected. */
export async function writeAct(db: Structure, id: string, act: ActInput, enteredBy: string): Promise<void> {
  await db
    .insertInto('structure.source')
    .values({ code: entered, title_vi: 'Ghi trên hệ thống', title_en: 'Entered in the system', grade: 'entered' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const values = {
    kind: act.kind,
    effective_on: act.effective,
    effective_precision: 'day',
    decision_kind: act.decision.kind,
    decision_symbol: act.decision.symbol ?? null,
    decision_on: act.decision.on ?? null,
    decision_organ: act.decision.organ ?? null,
    note_vi: act.note ?? null,
    entered_by: enteredBy,
  }
  const before = await db
    .selectFrom('structure.act')
    .select(['effective_on', 'place'])
    .where('id', '=', id)
    .executeTakeFirst()
  const place = before?.effective_on === act.effective ? before.place : await nextPlace(db, act.effective)
  if (before)
    await db
      .updateTable('structure.act')
      .set({ ...values, place })
      .where('id', '=', id)
      .execute()
  else
    await db
      .insertInto('structure.act')
      .values({ id, ...values, place, source: entered })
      .execute()
}

/** After everything else of that day. */
async function nextPlace(db: Structure, day: PlainDate): Promise<number> {
  const { rows } = await sql<{
    place: number
  }>`select coalesce(max(place), 0) + 1 as place from structure.act where effective_on = ${day}::date`.execute(db)
  return rows[0]!.place
}

/**
 * So many lives make the tables another size. The keys between them are checked at commit by plans that the connection keeps from when they were
 * small, a look at the whole table for each row: 20,000 new units took 88 s. Without them it plans anew.
 */
const many = 500

/**
 * Writes what a plan without blocks says: lives, lines of superiors, belongings, and what the act said of each unit. The act itself
 * must stand; what a former entry of it did to belongings must have been taken back. Throws when the tree's own count does not come
 * out as planned: nothing may be lost or made on the way.
 */
export async function applyPlan(db: Structure, id: string, act: ActInput | null, plan: Plan): Promise<void> {
  const day = act?.effective
  const before = day ? await countTypes(db, day) : null
  await forgetGone(db, plan)
  await writeLives(db, plan.lives)
  if (act) await writeSaid(db, id, act)
  await moveBelongings(db, id, plan.belongings)
  await rebuildPathsOf(
    db,
    plan.lives.map(({ unitId }) => unitId),
  )
  if (before && day) assertConserved(before, await countTypes(db, day), plan.counts)
  if (plan.lives.length > many) await sql`discard plans`.execute(db)
}

/** A unit that was never opened is spoken of by nobody: what a revoked act said of it goes to what was believed. */
async function forgetGone(db: Structure, { lives }: Plan): Promise<void> {
  const gone = lives.flatMap(({ unitId, before, after }) => (before.length > 0 && after.length === 0 ? [unitId] : []))
  if (gone.length > 0)
    await db.deleteFrom('structure.act_unit').where(sql<boolean>`unit_id = any (${gone}::uuid[])`).execute()
}

/** Takes out what an act said, before its lives are written anew: of all units, or only of some. */
export async function forgetSaid(db: Structure, id: string, only?: readonly string[]): Promise<void> {
  await db.deleteFrom('structure.lineage').where('act_id', '=', id).execute()
  const said = db.deleteFrom('structure.act_unit').where('act_id', '=', id)
  await (only ? said.where(sql<boolean>`unit_id = any (${only}::uuid[])`) : said).execute()
}

async function writeSaid(db: Structure, id: string, act: ActInput): Promise<void> {
  const rows = [...deedsOf(id, act)].map(([unit_id, deed]) => ({
    act_id: id,
    unit_id,
    part: deed.open ? 'opened' : deed.end ? 'ended' : 'changed',
    said: deed.open ?? deed.change ?? {},
  }))
  await insertMany(db as never, 'structure.act_unit', rows)
  const edges = act.lineage.map(({ from, to }) => ({ act_id: id, from_id: from, to_id: to }))
  await insertMany(db as never, 'structure.lineage', edges)
}

async function countTypes(db: Structure, day: PlainDate): Promise<Map<string, number>> {
  const { rows } = await sql<{ type: string; units: number }>`
    select v.type, count(*) as units from structure.unit_version v where v.valid_at @> ${day}::date group by v.type`.execute(
    db,
  )
  return new Map(rows.map(({ type, units }) => [type, units]))
}

function assertConserved(before: Map<string, number>, after: Map<string, number>, planned: Plan['counts']): void {
  const wanted = new Map(before)
  for (const { type, before: was, after: is } of planned) wanted.set(type, (wanted.get(type) ?? 0) + is - was)
  for (const type of new Set([...wanted.keys(), ...after.keys()])) {
    if ((wanted.get(type) ?? 0) !== (after.get(type) ?? 0)) {
      throw new Error(
        `not conserved: ${after.get(type) ?? 0} units of type ${type}, ${wanted.get(type) ?? 0} were planned`,
      )
    }
  }
}

/** Ends belongings, lets those that go over go on at the other unit, and keeps what was done. */
async function moveBelongings(db: Structure, id: string, moves: readonly BelongingMove[]): Promise<void> {
  for (const [family, { table, key, copied }] of Object.entries(tables)) {
    const own = moves.filter(({ belonging }) => belonging.family === family)
    if (own.length === 0) continue
    const rows = sql`jsonb_to_recordset(${JSON.stringify(
      own.map(({ belonging, on, to }) => ({
        thing: belonging.thing,
        unit: belonging.unitId,
        from: belonging.valid.from,
        until: belonging.valid.until,
        on,
        to,
      })),
    )}::jsonb) as m (thing text, unit uuid, "from" date, until date, "on" date, "to" uuid)`
    await sql`update ${sql.table(table)} b set valid_at = daterange(m."from", m."on") from ${rows}
      where b.${sql.ref(key)}::text = m.thing and b.unit_id = m.unit and lower(b.valid_at) = m."from"`.execute(db)
    if (copied) {
      await sql`insert into ${sql.table(table)} (id, unit_id, valid_at, ${sql.raw(copied)})
        select b.id, m."to", daterange(m."on", m.until), ${sql.raw(prefixed(copied))} from ${sql.table(table)} b join ${rows}
        on b.id::text = m.thing and b.unit_id = m.unit and lower(b.valid_at) = m."from" where m."to" is not null`.execute(
        db,
      )
    }
  }
  await insertMany(
    db as never,
    'structure.act_belonging',
    moves.map(({ belonging, to }) => ({
      act_id: id,
      family: belonging.family,
      thing: belonging.thing,
      unit_id: belonging.unitId,
      to_unit_id: to,
      until_on: belonging.valid.until,
    })),
  )
}

/** Gives back what an act moved and ended on its day. */
export async function takeBackBelongings(
  db: Structure,
  id: string,
  on: PlainDate,
  moves: readonly DoneMove[],
): Promise<void> {
  for (const [family, { table, key, copied }] of Object.entries(tables)) {
    const own = moves.filter((move) => move.family === family)
    if (own.length === 0) continue
    const rows = sql`jsonb_to_recordset(${JSON.stringify(own)}::jsonb) as m (thing text, "unitId" uuid, "to" uuid, until date)`
    if (copied) {
      await sql`delete from ${sql.table(table)} b using ${rows}
        where b.id::text = m.thing and b.unit_id = m."to" and lower(b.valid_at) = ${on}::date`.execute(db)
    }
    await sql`update ${sql.table(table)} b set valid_at = daterange(lower(b.valid_at), m.until) from ${rows}
      where b.${sql.ref(key)}::text = m.thing and b.unit_id = m."unitId" and upper(b.valid_at) = ${on}::date`.execute(
      db,
    )
  }
  await db.deleteFrom('structure.act_belonging').where('act_id', '=', id).execute()
}

const tables = {
  organ: { table: 'structure.organ', key: 'id', copied: 'kind, name, aliases, source' },
  counterpart: { table: 'structure.counterpart', key: 'id', copied: 'kind, name, source' },
  fact: { table: 'structure.fact', key: 'kind', copied: null },
  alias: { table: 'structure.alias', key: 'name', copied: null },
} as const

function prefixed(columns: string): string {
  return columns
    .split(', ')
    .map((column) => `b.${column}`)
    .join(', ')
}
