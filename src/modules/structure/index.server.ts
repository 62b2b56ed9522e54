import { sql } from 'kysely'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Db } from '#kernel/db/engine.ts'
import { json } from '#kernel/db/fragments.ts'
import { asDoorOf } from '#kernel/db/trace.ts'
import type { Tx } from '#kernel/server/work.ts'
import { listLinks, pathOn } from './card/stretches.read.ts'
import { writeTerms as write } from './load-terms/load-terms.write.ts'
import type { TermsFile } from './load-terms/terms-file.contract.ts'
import { rebuildPaths, writeLives } from './write-acts.write.ts'

export type { ActOfStructure, ActParticipant } from './acts/participant.write.ts'
export { TermsFile } from './load-terms/terms-file.contract.ts'
export { idOf } from './write-acts.write.ts'

/** Structure's door for the storeys above (server side). */

const own = (tx: Db) => tx as unknown as Tx<'structure'>
const door = <T>(run: () => Promise<T>) => asDoorOf('structure', run)

/** The first of some units that does not lie under the reach that the transaction was told of, on its anchor date; null: all do. */
export async function findOutOfReach(tx: Db, unitIds: readonly string[]): Promise<string | null> {
  const { rows } = await door(() =>
    sql<{
      id: string
    }>`select id from unnest(${unitIds}::uuid[]) as id where not structure.in_reach(id) limit 1`.execute(tx),
  )
  return rows[0]?.id ?? null
}

/** A unit's name with the names above it on a day, the highest first; null when nobody knows the unit. */
export async function unitAndPath(tx: Db, unitId: string, day: PlainDate) {
  return door(async () => {
    const path = (await pathOn(own(tx), unitId, day)).filter((id) => id !== unitId)
    const names = await listLinks(own(tx), [...path, unitId], day)
    const name = names.get(unitId)
    return name === undefined ? null : { id: unitId, name, path: path.flatMap((id) => names.get(id) ?? []) }
  })
}

/** Names of units on a day (or nearest to it); restricted ones out of reach are absent. */
export async function nameUnits(tx: Db, ids: readonly string[], day: PlainDate): Promise<Map<string, string>> {
  return door(() => listLinks(own(tx), ids, day))
}

/** Writes the frame of an installation (types, kinds, measures). */
export async function writeTerms(tx: Db, terms: TermsFile): Promise<void> {
  await door(() => write(own(tx), terms))
}

/** The first organisation of an installation: a root that stands since a day. Returns its id. */
export async function establishRoot(
  tx: Db,
  root: { name: string; shortName: string | null; type: string; since: PlainDate },
): Promise<string> {
  const [unitId, actId] = [uuidv7(), uuidv7()]
  await door(() => openRoot(own(tx), unitId, actId, root))
  return unitId
}

async function openRoot(
  db: Tx<'structure'>,
  unitId: string,
  actId: string,
  root: { name: string; shortName: string | null; type: string; since: PlainDate },
): Promise<void> {
  await db
    .insertInto('structure.source')
    .values({
      code: 'entered:set-up',
      title_vi: 'Ghi khi thiết lập hệ thống',
      title_en: 'Entered at the set-up',
      grade: 'entered',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('structure.act')
    .values({
      id: actId,
      kind: 'record',
      effective_on: root.since,
      effective_precision: 'day',
      source: 'entered:set-up',
    })
    .execute()
  const stretch = {
    type: root.type,
    name: root.name,
    shortName: root.shortName,
    parent: null,
    covered: true,
    belowCovered: true,
    restricted: false,
  }
  const after = [
    { ...stretch, valid: { from: root.since, until: null }, openedBy: actId, closedBy: null, illustrative: false },
  ]
  await writeLives(db, [{ unitId, before: [], after }])
  await db
    .insertInto('structure.act_unit')
    .values({ act_id: actId, unit_id: unitId, part: 'opened', said: json(stretch) })
    .execute()
  await rebuildPaths(db)
}
