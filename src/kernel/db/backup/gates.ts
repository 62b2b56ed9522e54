import type { Table } from './catalogue.ts'
import type { Session } from './session.ts'

type As = (owner: string) => Promise<void>

/**
 * Empties the tables and lets rows in without triggers and foreign keys; returns the function that shuts the gates again. A superuser
 * has them passed over (`session_replication_role`); an owner takes the keys away and makes them anew afterwards, which checks them.
 */
export async function openGates(session: Session, as: As, tables: readonly Table[]): Promise<() => Promise<void>> {
  if (tables.length === 0) return async () => {}
  if (await mayPassOver(session)) {
    await session.query(`truncate ${tables.map((table) => table.name).join(', ')}`)
    return async () => {
      await session.query('set local session_replication_role = origin')
    }
  }
  return takeAway(session, as, tables)
}

async function mayPassOver(session: Session): Promise<boolean> {
  await session.query('savepoint pass_over')
  try {
    await session.query('set local session_replication_role = replica')
    return true
  } catch {
    await session.query('rollback to pass_over')
    return false
  }
}

async function takeAway(session: Session, as: As, tables: readonly Table[]): Promise<() => Promise<void>> {
  const owners = new Map(tables.map((table) => [table.name, table.owner]))
  const oursOnly = (rows: (string | null)[][]) => (rows as string[][]).filter(([table]) => owners.has(table!))
  const keys = oursOnly(
    await session.query(`
      select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0`),
  )
  const triggers = oursOnly(
    await session.query(`
      select format('%I.%I', n.nspname, c.relname), quote_ident(t.tgname), t.tgenabled
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgenabled <> 'D'`),
  )
  const each = async (rows: string[][], statement: (row: string[]) => string) => {
    for (const row of rows) {
      await as(owners.get(row[0]!)!)
      await session.query(statement(row))
    }
  }
  await each(keys, ([table, key]) => `alter table ${table} drop constraint ${key}`)
  await each(triggers, ([table, trigger]) => `alter table ${table} disable trigger ${trigger}`)
  await each(
    [...owners.keys()].map((name) => [name]),
    ([table]) => `truncate ${table}`,
  )
  const modes: Record<string, string> = { O: '', A: 'always', R: 'replica' }
  return async () => {
    await session.query('set constraints all immediate')
    await each(keys, ([table, key, rule]) => `alter table ${table} add constraint ${key} ${rule}`)
    await each(triggers, ([table, name, mode]) => `alter table ${table} enable ${modes[mode!]} trigger ${name}`)
  }
}
