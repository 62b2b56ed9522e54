import { sql } from 'kysely'
import type { Module } from '#kernel/server/module.ts'

/** The records of access and of the journal, with whose right they are read by. */
export const accessRecords: NonNullable<Module['records']> = {
  account: {
    capabilities: [
      'access.account',
      'access.accounts',
      'access.give-grant',
      'access.end-grant',
      'access.reset-password',
    ],
    unitsOf: async (tx, id) => {
      const { rows } = await sql<{ unit_id: string | null }>`select distinct unit_id from access.held_grant
        where account_id = ${id}::uuid and valid_at @> kernel.anchor()`.execute(tx)
      return rows.length === 0 ? null : rows.flatMap(({ unit_id }) => unit_id ?? [])
    },
  },
  entry: {
    capabilities: ['access.journal'],
    unitsOf: async (tx, id) => {
      if (!/^[0-9]{1,15}$/.test(id)) return null
      const { rows } = await sql<{ units: string[] }>`select units from journal.entry where id = ${id}::bigint`.execute(
        tx,
      )
      return rows[0]?.units ?? null
    },
  },
}
