import { sql } from 'kysely'
import type { OutputOf } from '#kernel/contract/contract.ts'
import type { Db, Engine } from '#kernel/db/engine.ts'
import type { tree } from '#modules/structure/tree/tree.contract.ts'
import { harness } from '../harness.ts'
import type { Loaded } from './ask.ts'
import { worldOn } from './naive-structure.ts'
import { naiveTree } from './naive-tree.ts'
import type { Answers } from './question.ts'
import { dayAfter, dayBetween, type Random } from './random.ts'

interface Row {
  unit_id: string
  type: string
  name: string
  short_name: string | null
  parent_id: string | null
  covered: boolean
  below_covered: boolean
  restricted: boolean
}

/** Runs as the role of commands, to which rows believed before are open. */
export async function asWriter<T>(run: (tx: Db) => Promise<T>, on?: Engine): Promise<T> {
  const engine = on ?? (await harness()).engine
  return engine.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'lienchi_writer', true)`.execute(tx)
    return run(tx)
  })
}

/** What the tables say of units on a day as known on an instant: rows still believed and known since then, and rows believed then. */
export async function versionsAsKnown(ids: readonly string[], day: string, known: string): Promise<Row[]> {
  const columns = sql.raw('unit_id, type, name, short_name, parent_id, covered, below_covered, restricted')
  const { rows } = await asWriter((tx) =>
    sql<Row>`
      select ${columns} from structure.unit_version where unit_id = any (${ids}::uuid[]) and valid_at @> ${day}::date and known_from <= ${known}::timestamptz
      union all
      select ${columns} from structure.unit_version_was where unit_id = any (${ids}::uuid[]) and valid_at @> ${day}::date and known @> ${known}::timestamptz`.execute(
      tx,
    ),
  )
  return rows
}

/** One question "as known on": every unit of a history on a random day, as known at a random instant. */
export async function knownQuestion({ history, id, key }: Loaded, random: Random): Promise<Answers> {
  const recorded = history.acts.flatMap((act) => [act.recordedAt ?? [], act.firstRecorded?.at ?? []].flat())
  const wrong = history.acts.filter((act) => act.firstRecorded)
  const near =
    wrong.length > 0 && random.chance(0.4)
      ? random.pick(wrong).firstRecorded!.at
      : recorded.length > 0
        ? random.pick(recorded)
        : '2024-06-01T00:00:00.000Z'
  const shift = random.pick([-1, 0, 1])
  const known = random.chance(0.7)
    ? new Date(Date.parse(near) + shift).toISOString()
    : `${dayBetween(random, '1948-01-01', '2024-07-01')}T12:00:00.000Z`
  const meant = history.acts.find((act) => act.firstRecorded?.at === near)
  const day = meant
    ? dayBetween(random, meant.firstRecorded!.on, meant.effective.on)
    : random.chance(0.6)
      ? dayAfter(random.pick(history.acts).effective.on, random.int(-1, 1))
      : dayBetween(random, '1948-01-01', '2026-01-01')
  const units = history.acts.flatMap((act) => act.opens.map((open) => open.unit))
  const rows = await versionsAsKnown(units.map(id), day, known)
  const product = rows.map((row) => [
    key(row.unit_id),
    row.type,
    row.name,
    row.short_name,
    row.parent_id && key(row.parent_id),
    row.covered,
    row.below_covered,
    row.restricted,
  ])
  const model = [...worldOn(history, day, known)].map(([unit, u]) => [
    unit,
    u.type,
    u.name,
    u.shortName,
    u.parent,
    u.covered,
    u.belowCovered,
    u.restricted,
  ])
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort()
  return { question: { day, known }, product: sorted(product), model: sorted(model) }
}

/** The same question through the product's door: the tree as known on the end of a day in Hà Nội. */
export async function knownTreeQuestion({ history, id, key, ask }: Loaded, random: Random): Promise<Answers> {
  const recorded = history.acts.flatMap((act) => [act.recordedAt ?? [], act.firstRecorded?.at ?? []].flat())
  const near = recorded.length > 0 ? random.pick(recorded).slice(0, 10) : '2024-06-01'
  const knownOn = dayAfter(near, random.int(-1, 1))
  const asOf = random.chance(0.6)
    ? dayAfter(random.pick(history.acts).effective.on, random.int(-1, 1))
    : dayBetween(random, '1948-01-01', '2026-01-01')
  const figure = random.pick(['cells', 'grassroots', 'direct', 'below'] as const)
  const world = worldOn(history, asOf, `${knownOn}T16:59:59.999Z`)
  const under = random.pick(history.acts.flatMap((act) => act.opens.map((open) => open.unit)))
  const question = { asOf, knownOn, figure, under: id(under) }
  const answer = await ask<OutputOf<typeof tree>>('structure.tree', question)
  return {
    question: { ...question, under },
    product: answer.units.flatMap(({ id: unit, parentId, illustrative: _, figureInvented: __, ...rest }) => [
      { unit: key(unit), parent: parentId && key(parentId), ...rest },
    ]),
    model: naiveTree(world, { under, figure, id }),
  }
}

/** How many rows every table of structure holds, those believed before included. */
export async function countRows(): Promise<Record<string, number>> {
  return asWriter(async (tx) => {
    const { rows } = await sql<{
      name: string
    }>`select relname as name from pg_class where relnamespace = 'structure'::regnamespace and relkind = 'r'`.execute(
      tx,
    )
    const counts: Record<string, number> = {}
    for (const { name } of rows) {
      const answer = await sql<{ n: number }>`select count(*) as n from ${sql.table(`structure.${name}`)}`.execute(tx)
      counts[name] = answer.rows[0]!.n
    }
    return counts
  })
}
