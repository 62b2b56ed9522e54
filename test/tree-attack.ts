import { type Kysely, sql } from 'kysely'
import type { Tables } from '#kernel/db/schema.gen.ts'
import { asRole } from './attack.ts'
import { type Branch, foundBranch } from './founders.ts'
import { harness } from './harness.ts'

type Tx = Kysely<Tables>

/** A branch of the tree with the means to lie about it in SQL. */
export interface TreeUnderAttack {
  readonly branch: Branch
  /** A unit of the branch as SQL. */
  u(key: string): string
  /** A version as SQL. */
  version(row: { unit: string; days: string; parent: string | null; root?: boolean; name?: string }): string
  /** Statements of a writer in one transaction; the lines of superiors are derived before the commit, unless told not to. */
  attack(run: (tx: Tx) => Promise<unknown>, how?: { derive?: boolean; now?: string; entry?: string }): Promise<void>
}

/** One statement as it stands. */
export const raw = (tx: Tx, statement: string) => sql.raw(statement).execute(tx)
/** A unit's life as SQL. */
export const birth = (unit: string, life: string) =>
  `insert into structure.unit (id, life) values ('${unit}', '${life}')`

/** Founds a branch to be attacked. */
export async function treeUnderAttack(): Promise<TreeUnderAttack> {
  const branch = await foundBranch()
  const { engine } = await harness()
  const root = await engine.db
    .selectFrom('structure.unit_version')
    .select('opened_by')
    .where('unit_id', '=', branch.id('root'))
    .executeTakeFirstOrThrow()
  return {
    branch,
    u: (key) => `'${branch.id(key)}'::uuid`,
    version: ({ unit, days, parent, root: isRoot = false, name = 'Chi bộ tấn công' }) =>
      `insert into structure.unit_version (unit_id, valid_at, type, name, name_folded, name_sort, parent_id, is_root, opened_by)
       values ('${unit}', '${days}', 'chi_bo', '${name}', 'x', 'x', ${parent ?? 'null'}, ${isRoot}, '${root.opened_by}')`,
    attack: (run, { derive = true, now = '2024-02-01T00:00:00Z', entry = '77' } = {}) =>
      asRole(engine, 'lienchi_writer', { now, entry, as_of: '2024-01-15' }, async (tx) => {
        await run(tx)
        if (derive) await sql`call structure.rebuild_paths()`.execute(tx)
      }),
  }
}
