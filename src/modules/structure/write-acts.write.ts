import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { fold } from '#kernel/contract/fold.ts'
import { sortKey } from '#kernel/contract/sort-key.ts'
import { insertMany } from '#kernel/db/insert-many.ts'
import type { Tx } from '#kernel/server/work.ts'
import { lifeOf, type Stretch, sameStretch } from './timeline.rules.ts'

type Structure = Tx<'structure'>

/** The lives of units before and after something became known. */
export interface LifeChange {
  readonly unitId: string
  readonly before: readonly Stretch[]
  readonly after: readonly Stretch[]
}

/**
 * Writes what has changed in the lives of units: rows that no longer hold go (the trigger keeps them as once believed), new ones come.
 * The one way by which unit and unit_version are written. Parents and acts in the stretches are ids here. The keys between them are
 * checked at commit, so the order within a transaction is free; `rebuildPaths` must follow before it ends.
 */
export async function writeLives(db: Structure, changes: readonly LifeChange[]): Promise<void> {
  const born = changes.filter(({ before, after }) => before.length === 0 && after.length > 0)
  const going = changes.flatMap(({ unitId, before, after }) =>
    before
      .filter((stretch) => !after.some((other) => sameStretch(stretch, other)))
      .map(({ valid }) => ({ unitId, from: valid.from })),
  )
  const coming = changes.flatMap(({ unitId, before, after }) =>
    after
      .filter((stretch) => !before.some((other) => sameStretch(stretch, other)))
      .map((stretch) => versionRow(unitId, stretch)),
  )
  const gone = changes.filter(({ before, after }) => before.length > 0 && after.length === 0)
  const moved = changes.filter(
    ({ before, after }) =>
      before.length > 0 && after.length > 0 && JSON.stringify(lifeOf(before)) !== JSON.stringify(lifeOf(after)),
  )
  await insertMany(
    db as never,
    'structure.unit',
    born.map(({ unitId, after }) => ({ id: unitId, life: lifeOf(after) })),
  )
  if (going.length > 0) {
    await sql`delete from structure.unit_version v using unnest(${going.map((g) => g.unitId)}::uuid[], ${going.map((g) => g.from)}::date[]) as g (unit_id, day)
      where v.unit_id = g.unit_id and lower(v.valid_at) = g.day`.execute(db)
  }
  if (moved.length > 0) {
    await sql`update structure.unit u set life = daterange(m.from_on, m.until_on)
      from unnest(${moved.map((m) => m.unitId)}::uuid[], ${moved.map((m) => lifeOf(m.after).from)}::date[], ${moved.map((m) => lifeOf(m.after).until)}::date[]) as m (id, from_on, until_on)
      where u.id = m.id`.execute(db)
  }
  await insertMany(db as never, 'structure.unit_version', coming)
  if (gone.length > 0) {
    await sql`delete from structure.unit where id = any (${gone.map(({ unitId }) => unitId)}::uuid[])`.execute(db)
  }
}

/** Keeps every other act of structure out until this transaction ends; the first thing that an act does. */
export async function takeFence(db: Structure): Promise<void> {
  await sql`update structure.fence set acts = acts + 1`.execute(db)
}

/** Derives the lines of superiors of some units and of all below them anew; belongs to every transaction that writes their lives. */
export async function rebuildPathsOf(db: Structure, unitIds: readonly string[]): Promise<void> {
  await sql`call structure.rebuild_paths_of(${unitIds}::uuid[])`.execute(db)
}

/** Derives all lines of superiors anew from the versions, after a whole history was loaded. */
export async function rebuildPaths(db: Structure): Promise<void> {
  await sql`call structure.rebuild_paths()`.execute(db)
}

/** Sets the recorded time of what is written next in this transaction. */
export async function recordAs(db: Structure, at: string): Promise<void> {
  await sql`select set_config('lienchi.now', ${at}, true)`.execute(db)
}

/** The id of a thing named by a key in a loaded file: the same file gives the same ids everywhere. */
export function idOf(file: string, kind: string, key: string): string {
  const hex = createHash('sha256').update(`${file}/${kind}/${key}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function versionRow(unitId: string, stretch: Stretch): Record<string, unknown> {
  return {
    unit_id: unitId,
    valid_at: stretch.valid,
    type: stretch.type,
    name: stretch.name,
    short_name: stretch.shortName,
    name_folded: fold(`${stretch.name} ${stretch.shortName ?? ''}`),
    name_sort: sortKey(stretch.name),
    parent_id: stretch.parent,
    is_root: stretch.parent === null,
    covered: stretch.covered,
    below_covered: stretch.belowCovered,
    restricted: stretch.restricted,
    illustrative: stretch.illustrative,
    opened_by: stretch.openedBy,
    closed_by: stretch.closedBy,
  }
}
