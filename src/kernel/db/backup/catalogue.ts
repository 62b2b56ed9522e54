import type { Session } from './session.ts'

/** A table as a backup knows it: generated columns are not in it, the database makes them again. */
export interface Table {
  readonly name: string
  readonly owner: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

/** A sequence and where it stands. */
export interface Sequence {
  readonly name: string
  readonly owner: string
  readonly last: string
  readonly called: boolean
}

/** Schemas that a library makes for itself when it starts, as the login of the running product. */
export const librarySchemas = ['pgboss']

/** A library's table counts where we may take its owner's place: an owner's login that is no superuser may not, and goes without it. */
const reachable = `(n.nspname not in (${librarySchemas.map((name) => `'${name}'`).join()}) or pg_has_role(session_user, c.relowner, 'set'))`

const ours = `${reachable} and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relpersistence <> 't'
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`

/** Every table that holds rows, in every schema of ours (a partitioned table is its partitions), in the order of their names. */
export async function listTables(session: Session): Promise<Table[]> {
  const rows = await session.query(`
    select format('%I.%I', n.nspname, c.relname), pg_get_userbyid(c.relowner), quote_ident(a.attname), format_type(a.atttypid, a.atttypmod)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and ${ours} order by 1, a.attnum`)
  const tables = new Map<string, Table & { columns: { name: string; type: string }[] }>()
  for (const [name, owner, column, type] of rows as string[][]) {
    const table = tables.get(name!) ?? { name: name!, owner: owner!, columns: [] }
    tables.set(name!, table)
    if (column && type) table.columns.push({ name: column, type })
  }
  return [...tables.values()]
}

/** Every sequence of ours; the reader must be allowed to read it, so `as` is called with each owner first. */
export async function listSequences(session: Session, as: (owner: string) => Promise<void>): Promise<Sequence[]> {
  const rows = await session.query(`
    select format('%I.%I', n.nspname, c.relname), pg_get_userbyid(c.relowner)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ours} order by 1`)
  const sequences: Sequence[] = []
  for (const [name, owner] of rows as string[][]) {
    await as(owner!)
    const [state] = await session.query(`select last_value, is_called from ${name}`)
    sequences.push({ name: name!, owner: owner!, last: state![0]!, called: state![1] === 't' })
  }
  return sequences
}

/** Names and checksums of the migrations that made the tables; empty where none are recorded. */
export async function listMigrations(session: Session): Promise<string[]> {
  const [[found]] = (await session.query("select to_regclass('migration.applied')")) as [[string | null]]
  if (found === null) return []
  const rows = await session.query('select name, checksum from migration.applied order by name')
  return rows.map(([name, checksum]) => `${name} ${checksum}`)
}

/**
 * Returns a function that takes the owner's place for what follows in this transaction: an owner sees every row of its tables, which
 * the product's own login does not. A superuser stays what it is.
 */
export async function ownersPlace(session: Session): Promise<(owner: string) => Promise<void>> {
  const [[superuser]] = (await session.query("select current_setting('is_superuser')")) as [[string]]
  let place = ''
  return async (owner) => {
    if (superuser === 'on' || place === owner) return
    place = owner
    await session.query("select set_config('role', session_user, true)")
    await session.query("select set_config('role', $1, true)", [owner])
  }
}
