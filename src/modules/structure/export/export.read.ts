import { sql } from 'kysely'
import type { z } from 'zod'
import { contains, type PlainDate } from '#kernel/contract/dates.ts'
import type { Tx } from '#kernel/server/work.ts'
import type { StructureWork } from '../acts/rehearse.read.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import { believed } from '../known.read.ts'
import { countBeside, listNotCovered } from '../tree/beside.read.ts'
import { withPaths } from './columns.rules.ts'
import type { exportUnits } from './export.contract.ts'
import type { ExportedAct, ExportedFile } from './exported-file.contract.ts'
import { listUnits } from './listed-units.read.ts'

type Structure = Tx<'structure'>
type Asked = z.output<typeof exportUnits.input>

/** What a file of units is written from. A table needs neither acts nor lineage: they are not read for one. */
export interface Found extends Asked {
  readonly file: ExportedFile
}

/** Finds all that the file says, in the transaction of the question. */
export async function findExported(work: StructureWork, input: Asked): Promise<Found> {
  const { under, knownOn, format } = input
  const { asOf } = work
  const db = await believed(work, knownOn)
  const units = await listUnits(db, asOf, under)
  const counts = await countBeside(db, asOf, 'cells')
  const unknown = await listNotCovered(db, asOf, 'cells')
  const ids = units.map(({ id }) => id)
  const asTable = format === 'xlsx' || format === 'csv'
  const acts = asTable ? [] : await listActsOf(db, ids, asOf)
  const lineage = asTable ? [] : await listLineage(db, acts)
  const shown = new Set(ids)
  const named = [...acts.flatMap((act) => act.units), ...lineage.flatMap(({ from, to }) => [{ id: from }, { id: to }])]
  const others = [...new Set(named.map(({ id }) => id))].filter((id) => !shown.has(id))
  const names = await listLinks(db, others, asOf)
  return {
    ...input,
    file: {
      format: 'lienchi-units/1',
      asOf,
      knownOn: knownOn ?? null,
      under: under ?? null,
      types: await listTypes(db, asOf),
      units: withPaths(
        units.map(({ precision, from, ...unit }) => ({
          ...unit,
          from: { on: from, precision: precision ?? ('unknown' as const) },
          cells: unknown.has(unit.id) || !unit.covered ? null : (counts.get(unit.id)?.units ?? 0),
        })),
      ),
      others: others.map((id) => ({ id, name: names.get(id) ?? null })),
      acts,
      lineage,
    },
  }
}

async function listTypes(db: Structure, asOf: PlainDate): Promise<ExportedFile['types']> {
  const rows = await db
    .selectFrom('structure.unit_type')
    .select(['code', 'valid_at', 'name_vi', 'name_en', 'is_cell'])
    .orderBy('rank')
    .execute()
  return rows
    .filter(({ valid_at }) => contains(valid_at, asOf))
    .map(({ code, name_vi, name_en, is_cell }) => ({ code, name: { vi: name_vi, en: name_en }, isCell: is_cell }))
}

/** So many at a time are named to the database one by one. */
const slice = 2000

/** Acts in force that touched some units until a day, or by which these took over from others; in effective order, with all units they touched. */
async function listActsOf(db: Structure, units: readonly string[], until: PlainDate): Promise<ExportedAct[]> {
  const { rows } = await sql<{ acts: { id: string; units: ExportedAct['units'] }[] }>`
    select coalesce(json_agg(json_build_object('id', t.id, 'units', t.units)), '[]') as acts from (
      select a.id, json_agg(json_build_object('id', u.unit_id, 'part', u.part) order by u.unit_id) as units
      from ${sql.table('structure.act')} a join ${sql.table('structure.act_unit')} u on u.act_id = a.id
      where a.revoked_kind is null and a.effective_on <= ${until}::date
        and a.id in (select x.act_id from ${sql.table('structure.act_unit')} x where x.unit_id = any (${units}::uuid[])
          union select l.act_id from ${sql.table('structure.lineage')} l where l.from_id = any (${units}::uuid[]) or l.to_id = any (${units}::uuid[]))
      group by a.id, a.effective_on, a.place order by a.effective_on, a.place, a.id) t`.execute(db)
  const { acts } = rows[0]!
  const touched = new Map(acts.map((act) => [act.id, act.units]))
  const found: ExportedAct[] = []
  for (let at = 0; at < acts.length; at += slice) {
    const ids = acts.slice(at, at + slice).map(({ id }) => id)
    for (const { id, kind, effective, decision, source } of await listActs(db, ids))
      found.push({ id, kind, effective, decision, source, units: touched.get(id) ?? [] })
  }
  return found
}

async function listLineage(db: Structure, acts: readonly ExportedAct[]): Promise<ExportedFile['lineage']> {
  const { rows } = await sql<{ lineage: ExportedFile['lineage'] }>`
    select coalesce(json_agg(json_build_object('actId', l.act_id, 'from', l.from_id, 'to', l.to_id) order by l.act_id, l.from_id, l.to_id), '[]') as lineage
    from ${sql.table('structure.lineage')} l where l.act_id = any (${acts.map(({ id }) => id)}::uuid[])`.execute(db)
  return rows[0]!.lineage
}
