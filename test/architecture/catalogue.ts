/**
 * What the catalogue of a migrated database must show. Every function answers the offenders as sentences; a good database gives none.
 * They ask with a query of the caller, so that one test serves both engines; run it as the owner or a superuser.
 */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>

/** Names of tables or views (`structure.kind`) that a check leaves out, each for a reason said where it is called. */
export type Exceptions = readonly string[]

/** Schemas that are the server's or a library's own. */
const foreign = `('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')`
const ofAnExtension = (relation: string) =>
  `exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = ${relation} and d.deptype = 'e')`

async function ask(query: Query, sql: string): Promise<string[]> {
  return (await query(sql)).map((row) => String(row.offender))
}

function list(names: readonly string[]): string {
  return names.length === 0 ? `('')` : `(${names.map((name) => `'${name.replaceAll("'", "''")}'`).join(', ')})`
}

/**
 * PostgreSQL makes no index for the referencing side of a PERIOD key, and every change of the parent then reads the whole table
 * (100 cells: 904 ms). There must be a whole GiST index that begins with a column of the key and holds them all.
 */
export async function periodKeysWithoutIndex(query: Query): Promise<string[]> {
  return await ask(
    query,
    `select format('%s.%s: the PERIOD key %s has no GiST index on its own columns', n.nspname, c.relname, k.conname) as offender
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conperiod and not exists (
       select from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am a on a.oid = x.relam,
         lateral (select array_agg(key.attnum order by key.place) as columns
                  from unnest(i.indkey::int2[]) with ordinality key (attnum, place) where key.place <= i.indnkeyatts) keys
       where i.indrelid = k.conrelid and a.amname = 'gist' and i.indisvalid and i.indpred is null
         and keys.columns @> k.conkey and keys.columns[1] = any (k.conkey[:cardinality(k.conkey) - 1]))
     order by 1`,
  )
}

/** A plain view runs with its owner's rights and shows every row: only the schema `figures` may, since it suppresses. */
export async function viewsWithOwnersRights(query: Query, exceptions: Exceptions = []): Promise<string[]> {
  return await ask(
    query,
    `select format('%s.%s: %s', n.nspname, c.relname,
       case c.relkind when 'm' then 'a materialized view keeps rows of everybody''s reach' else 'the view is not security_invoker' end) as offender
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('v', 'm') and n.nspname not in ${foreign} and n.nspname <> 'figures' and n.nspname not like 'pg\\_temp%'
       and format('%s.%s', n.nspname, c.relname) not in ${list(exceptions)} and not ${ofAnExtension('c.oid')}
       and not (c.relkind = 'v' and coalesce((
         select option_value::boolean from pg_options_to_table(c.reloptions) where option_name = 'security_invoker'), false))
     order by 1`,
  )
}

/** Reach for reading is decided in the database alone: a table without it is open to every query. A schema without tables is an offender too. */
export async function tablesWithoutRowSecurity(
  query: Query,
  schemas: readonly string[],
  exceptions: Exceptions = [],
): Promise<string[]> {
  const found = await query(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity::text as secured
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ${list(schemas)} order by 1, 2`,
  )
  const empty = schemas.filter((schema) => !found.some((table) => table.schema === schema))
  const open = found
    .filter((table) => table.secured !== 'true')
    .map((table) => `${table.schema}.${table.name}`)
    .filter((table) => !exceptions.includes(table))
  return [
    ...empty.map((schema) => `${schema}: the schema has no tables`),
    ...open.map((table) => `${table}: row-level security is not enabled`),
  ]
}

/**
 * What is corrected is kept: a table with `valid_at` has a twin `<table>_was` with all its columns and `known tstzrange`. A column added
 * later to the one and not to the other is found here.
 */
export async function temporalTablesWithoutTwin(query: Query, exceptions: Exceptions = []): Promise<string[]> {
  return await ask(
    query,
    `with temporal as (
       select c.oid, n.nspname, c.relname, t.oid as twin
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
         left join pg_class t on t.relnamespace = n.oid and t.relname = c.relname || '_was' and t.relkind in ('r', 'p')
       where c.relkind in ('r', 'p') and n.nspname not in ${foreign} and c.relname not like '%\\_was' and not c.relispartition
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'valid_at' and not a.attisdropped)
         and format('%s.%s', n.nspname, c.relname) not in ${list(exceptions)})
     select format('%s.%s: there is no %s_was', nspname, relname, relname) as offender from temporal where twin is null
     union all
     select format('%s.%s_was: lacks the column %s %s', nspname, relname, wanted.name, wanted.type)
     from temporal, lateral (
       select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
       where a.attrelid = temporal.oid and a.attnum > 0 and not a.attisdropped
       union all select 'known', 'tstzrange') wanted
     where twin is not null and not exists (
       select from pg_attribute b where b.attrelid = twin and b.attnum > 0 and not b.attisdropped
         and b.attname = wanted.name and format_type(b.atttypid, b.atttypmod) = wanted.type)
     order by 1`,
  )
}

/** "As known on" reads the twin by key and known time: without a GiST index that holds `known` it reads all of it. */
export async function twinsWithoutIndex(query: Query, exceptions: Exceptions = []): Promise<string[]> {
  return await ask(
    query,
    `select format('%s.%s: no GiST index holds the column known', n.nspname, c.relname) as offender
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'known' and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname not in ${foreign} and c.relname like '%\\_was'
       and format('%s.%s', n.nspname, c.relname) not in ${list(exceptions)}
       and not exists (
         select from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
         where i.indrelid = c.oid and m.amname = 'gist' and a.attnum = any (i.indkey::int2[]))
     order by 1`,
  )
}

/** The roles under which capabilities run. The relay (`lienchi_system`) empties the outbox and is none of them. */
export const capabilityRoles = ['lienchi_reader', 'lienchi_writer', 'lienchi_figures'] as const

/** What is written once: no capability's role may change, delete or empty it, not even one column. A missing table or role is an offender. */
export async function appendOnlyTablesThatChange(
  query: Query,
  tables: readonly string[] = ['journal.entry', 'kernel.outbox'],
  roles: readonly string[] = capabilityRoles,
): Promise<string[]> {
  const rows = (names: readonly string[]) => names.map((name) => `('${name}')`).join(', ')
  return await ask(
    query,
    `with asked as (select t.name, to_regclass(t.name) as oid from (values ${rows(tables)}) t (name)),
       role as (select r.name, p.oid from (values ${rows(roles)}) r (name) left join pg_roles p on p.rolname = r.name)
     select format('%s: there is no such table', name) as offender from asked where oid is null
     union all select format('%s: there is no such role', name) from role where oid is null
     union all select format('%s: %s may %s', asked.name, role.name, verb)
     from asked, role, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) verb
     where asked.oid is not null and role.oid is not null
       and (has_table_privilege(role.oid, asked.oid, verb) or (verb = 'UPDATE' and has_any_column_privilege(role.oid, asked.oid, verb)))
     order by 1`,
  )
}

/**
 * An open end is absent, never infinity: 'infinity' slips through `upper_inf`. Every period column (`valid_at`, `life`) has a check of its
 * own; it is asked about real periods instead of being read, so it may be written in any way. Twins hold what their table allowed.
 */
export async function periodsThatAllowInfinity(query: Query, exceptions: Exceptions = []): Promise<string[]> {
  const columns = await query(
    `select format('%s.%s', n.nspname, c.relname) as "table", a.attname::text as "column",
       (select string_agg('(' || pg_get_expr(k.conbin, k.conrelid) || ')', ' and ') from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.convalidated and k.conkey = array[a.attnum]) as law
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and n.nspname not in ${foreign} and c.relname not like '%\\_was' and not a.attisdropped
       and a.attname in ('valid_at', 'life') and a.atttypid = 'daterange'::regtype
       and format('%s.%s', n.nspname, c.relname) not in ${list(exceptions)}
     order by 1, 2`,
  )
  const offenders: string[] = []
  for (const { table, column, law } of columns) {
    const allows = async (period: string) => {
      const [row] = await query(
        `select coalesce((${law ?? true}), true)::text as allowed from (select '${period}'::daterange as ${column}) t`,
      )
      return row?.allowed === 'true'
    }
    if (await allows('[2020-01-01,infinity)')) offenders.push(`${table}.${column}: its end may be 'infinity'`)
    if (!(await allows('[2020-01-01,)'))) offenders.push(`${table}.${column}: its end may not be open`)
    if (!(await allows('[2020-01-01,2021-01-01)'))) offenders.push(`${table}.${column}: a year is refused`)
  }
  return offenders
}
