import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { listActs } from '../acts.read.ts'
import { periodOf } from '../card/stretches.read.ts'
import { believed } from '../known.read.ts'
import { type LineageUnit, lineage } from './lineage.contract.ts'

interface Edge {
  from: string
  to: string
  actId: string
}

export default handle(lineage, async (work, { unitId, direction, steps, knownOn }) => {
  const { missing } = work
  const db = await believed(work, knownOn)
  const back = direction === 'on' ? [] : await edgesFrom(db, unitId, steps, 'back')
  const on = direction === 'back' ? [] : await edgesFrom(db, unitId, steps, 'on')
  const all = [...new Map([...back, ...on].map((edge) => [`${edge.actId} ${edge.from} ${edge.to}`, edge])).values()]
  const units = await readUnits(db, [...new Set([unitId, ...all.flatMap((edge) => [edge.from, edge.to])])])
  const shown = new Set(units.map(({ id }) => id))
  if (!shown.has(unitId)) missing()
  // A restricted name out of reach has no life to draw: it is left out with its edges.
  const edges = all.filter((edge) => shown.has(edge.from) && shown.has(edge.to))
  const joining = new Set(edges.map((edge) => edge.actId))
  const touched = (await readTouched(db, [...shown])).filter(({ actId }) => !joining.has(actId))
  const acts = await listActs(db, [...new Set([...joining, ...touched.map(({ actId }) => actId)])])
  return {
    unitId,
    units,
    edges,
    acts: acts.filter(({ id }) => joining.has(id)),
    others: acts.flatMap((act) =>
      touched.filter(({ actId }) => actId === act.id).map((one) => ({ unitId: one.unitId, act })),
    ),
  }
})

type Structure = Parameters<typeof listActs>[0]

/** All edges reachable in one direction; a step is one act. `union` stops at what was seen. */
async function edgesFrom(db: Structure, unitId: string, steps: number, direction: 'back' | 'on'): Promise<Edge[]> {
  const [near, far] =
    direction === 'back' ? [sql.ref('l.to_id'), sql.ref('l.from_id')] : [sql.ref('l.from_id'), sql.ref('l.to_id')]
  const { rows } = await sql<Edge>`
    with recursive reached (unit_id, step) as (
      select ${unitId}::uuid, 0
      union
      select ${far}, r.step + 1 from reached r join ${sql.table('structure.lineage')} l on ${near} = r.unit_id where r.step < ${steps}
    )
    select distinct l.from_id as "from", l.to_id as "to", l.act_id as "actId"
    from ${sql.table('structure.lineage')} l join reached r on ${near} = r.unit_id and r.step < ${steps}
    order by 1, 2, 3`.execute(db)
  return rows
}

/** Which acts touched which of some units. What a source merely tells (`record`) is no act; what a decision took back had no effect. */
async function readTouched(db: Structure, ids: readonly string[]): Promise<{ unitId: string; actId: string }[]> {
  return db
    .selectFrom('structure.act_unit as u')
    .innerJoin('structure.act as a', 'a.id', 'u.act_id')
    .select(['u.unit_id as unitId', 'u.act_id as actId'])
    .distinct()
    .where('u.unit_id', 'in', [...ids])
    .where('a.kind', '<>', 'record')
    .where('a.revoked_kind', 'is', null)
    .orderBy('u.unit_id')
    .execute()
}

async function readUnits(db: Structure, ids: readonly string[]): Promise<LineageUnit[]> {
  const rows = await db
    .selectFrom('structure.unit_version as v')
    .innerJoin('structure.act as o', 'o.id', 'v.opened_by')
    .leftJoin('structure.act as c', 'c.id', 'v.closed_by')
    .select(['v.unit_id', 'v.valid_at', 'v.name', 'v.type', 'v.covered', 'v.illustrative'])
    .select(['o.effective_precision as from_precision', 'c.effective_precision as until_precision'])
    .where('v.unit_id', 'in', [...ids])
    .orderBy('v.unit_id')
    .orderBy(sql`lower(v.valid_at)`)
    .execute()
  return [...Map.groupBy(rows, (row) => row.unit_id)].map(([id, versions]) => {
    const [first, last] = [periodOf(versions[0]!), periodOf(versions.at(-1)!)]
    return {
      id,
      life: {
        from: first.from,
        fromPrecision: first.fromPrecision,
        until: last.until,
        untilPrecision: last.untilPrecision,
      },
      stretches: versions.map((v) => ({ ...periodOf(v), name: v.name, type: v.type, covered: v.covered })),
      illustrative: versions[0]!.illustrative,
    }
  })
}
