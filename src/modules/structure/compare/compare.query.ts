import { sql } from 'kysely'
import { contains, type Period, type PlainDate } from '#kernel/contract/dates.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Tx } from '#kernel/server/work.ts'
import { listActs } from '../acts.read.ts'
import { listLinks } from '../card/stretches.read.ts'
import { coverageOn } from '../figures/figures.read.ts'
import { compare } from './compare.contract.ts'
import { changesBetween, type Stay, stepsByAct, type Touch, thenAndNow, totalsOn } from './compare.rules.ts'

/** More lines than a person reads. */
const mostChanges = 2000

export default handle(compare, async ({ db, missing }, { under, from, until }) => {
  const stays = await listStays(db, under, from, until)
  const names = await listLinks(db, [under], until)
  if (!names.has(under)) missing()
  const units = [...new Set(stays.map(({ unit }) => unit))]
  const changes = changesBetween(stays, await listLives(db, units), await listTouches(db, from, until), from, until)
  const acts = new Map(
    (await listActs(db, [...new Set(changes.flatMap(({ actId }) => actId ?? []))])).map((act) => [act.id, act]),
  )
  const shown = changes.slice(0, mostChanges)
  const cells = await db.selectFrom('structure.unit_type').select('code').where('is_cell', '=', true).execute()
  const { counts, gone } = thenAndNow(stays, under, new Set(cells.map(({ code }) => code)), from, until)
  const named = [
    ...shown.flatMap(({ unit, what, from: was, to }) => (what === 'moved' ? [unit, was, to] : [unit])),
    ...counts.keys(),
  ]
  for (const [id, name] of await listLinks(db, [...new Set(named.filter((id) => id !== null))], until))
    names.set(id, name)
  const link = (id: string) => ({ id, name: names.get(id) ?? null })
  const [before, after] = [totalsOn(stays, from), totalsOn(stays, until)]
  return {
    under: link(under),
    from,
    until,
    covered: await coveredOn(db, under, from, until),
    totals: [...new Set([...before.keys(), ...after.keys()])].sort().map((type) => ({
      type,
      before: before.get(type)?.units ?? 0,
      after: after.get(type)?.units ?? 0,
      invented: (before.get(type)?.invented ?? 0) + (after.get(type)?.invented ?? 0) > 0,
    })),
    acts: stepsByAct(changes).map(({ actId, on, steps }) => ({
      act: (actId && acts.get(actId)) || null,
      on,
      steps: [...steps],
    })),
    changes: shown.map((change) => ({
      ...change,
      unit: link(change.unit),
      from: change.what === 'moved' && change.from ? link(change.from).name : change.from,
      to: change.what === 'moved' && change.to ? link(change.to).name : change.to,
    })),
    more: changes.length > shown.length,
    thenAndNow: [...counts].map(([id, count]) => ({ unit: link(id), ...count })),
    gone,
  }
})

type Structure = Tx<'structure'>

/** Stretches of life under a unit that touch the time between two days. Restricted names out of reach are absent. */
async function listStays(db: Structure, under: string, from: PlainDate, until: PlainDate): Promise<Stay[]> {
  const { rows } = await sql<{ stays: (Omit<Stay, 'valid'> & { since: PlainDate; before: PlainDate | null })[] }>`
    select coalesce(json_agg(json_build_object('unit', p.unit_id, 'since', greatest(lower(p.valid_at), lower(v.valid_at)),
        'before', least(upper(p.valid_at), upper(v.valid_at)), 'type', v.type, 'name', v.name, 'line', p.ancestors, 'illustrative', v.illustrative)), '[]') as stays
    from structure.unit_path p join structure.unit_version v on v.unit_id = p.unit_id and v.valid_at && p.valid_at
    where p.ancestors @> array[${under}::uuid] and p.unit_id <> ${under}::uuid
      and p.valid_at && daterange(${from}::date, ${until}::date, '[]') and v.valid_at && daterange(${from}::date, ${until}::date, '[]')`.execute(
    db,
  )
  return rows[0]!.stays.map(({ since, before, ...stay }) => ({ ...stay, valid: { from: since, until: before } }))
}

async function listLives(db: Structure, units: readonly string[]): Promise<Map<string, Period>> {
  const { rows } = await sql<{
    id: string
    life: Period
  }>`select id, life from structure.unit where id = any (${units}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, life }) => [id, life]))
}

/** Whether sources say what stood below a unit on the two days, where it lives on them. */
async function coveredOn(db: Structure, under: string, from: PlainDate, until: PlainDate) {
  const life = (await listLives(db, [under])).get(under)
  const sources = await coverageOn(db, under, [from, until])
  const isCovered = (day: PlainDate) => !life || !contains(life, day) || sources.get(day)?.below === true
  return { from: isCovered(from), until: isCovered(until) }
}

async function listTouches(db: Structure, from: PlainDate, until: PlainDate): Promise<Touch[]> {
  const { rows } = await sql<Touch>`
    select a.id as "actId", a.effective_on as "on", u.unit_id as unit, a.place from structure.act a join structure.act_unit u on u.act_id = a.id
    where a.effective_on > ${from}::date and a.effective_on <= ${until}::date and a.revoked_kind is null`.execute(db)
  return rows
}
