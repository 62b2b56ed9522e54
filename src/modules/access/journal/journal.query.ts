import { sql } from 'kysely'
import { handle } from '#kernel/server/handle.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import { journal } from './journal.contract.ts'

/** How an entry's subjects name the grant by which it was done. */
const actedBy = 'as:'

type Titles = (capability: string) => { vi: string; en: string }

export default (titles: Titles) =>
  handle(journal, async ({ db, tx, asOf }, { unitId, subject, capability, before, limit }) => {
    let found = tx
      .selectFrom('journal.entry as e')
      .innerJoin('journal.detail as d', 'd.entry_id', 'e.id')
      .select(['e.id', 'e.capability', 'e.units', 'e.subjects', 'e.recorded_at', 'e.written_at'])
      .select(['d.actor_name', 'd.capacity', 'd.input', 'd.before', 'd.after', 'd.ground'])
      .select(sql<boolean>`exists (select from journal.sealed s where s.entry_id = e.id)`.as('sealed'))
    if (unitId) found = found.where(sql<boolean>`e.units @> array[${unitId}::uuid]`)
    if (subject) found = found.where(sql<boolean>`e.subjects @> array[${subject}]`)
    if (capability) found = found.where('e.capability', '=', capability)
    if (before) found = found.where('e.id', '<', before)
    const rows = await found
      .orderBy('e.id', 'desc')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    const names = await nameUnits(tx, [...new Set(page.flatMap((row) => row.units))], asOf)
    // An entry keeps the Vietnamese name of the role, as the seal covers it.
    const roles = await db.selectFrom('access.role').select(['name_vi', 'name_en']).execute()
    const inEnglish = new Map(roles.map(({ name_vi, name_en }) => [name_vi, name_en]))
    return {
      entries: page.map((row) => ({
        id: row.id,
        capability: row.capability,
        title: titles(row.capability),
        actorName: row.actor_name,
        capacity: row.capacity ? { vi: row.capacity, en: inEnglish.get(row.capacity) ?? row.capacity } : null,
        recordedAt: row.recorded_at,
        writtenAt: row.written_at,
        units: row.units.map((id) => ({ id, name: names.get(id) ?? null })),
        subjects: row.subjects.filter((subject) => !subject.startsWith(actedBy)),
        grantId: row.subjects.find((subject) => subject.startsWith(actedBy))?.slice(actedBy.length) ?? null,
        input: row.input,
        before: row.before,
        after: row.after,
        ground: row.ground,
        sealed: row.sealed,
      })),
      next: rows.length > limit ? page.at(-1)!.id : null,
    }
  })
