import { sql } from 'kysely'
import { asDoorOf } from '#kernel/db/trace.ts'
import type { Module } from '#kernel/server/module.ts'

/** The records of structure whose right is asked on units. The names of units are open to everybody of the organisation unless restricted. */
export const structureRecords: NonNullable<Module['records']> = {
  unit: {
    capabilities: ['*'],
    unitsOf: async (tx, id) => {
      const { rows } = await asDoorOf('structure', () =>
        sql<{ id: string }>`select id from structure.unit where id = ${id}::uuid`.execute(tx),
      )
      return rows.length === 0 ? null : [id]
    },
  },
  figure: {
    capabilities: ['structure.figures', 'structure.figure-file', 'structure.amend-figure'],
    unitsOf: async (tx, id) => {
      const { rows } = await asDoorOf('structure', () =>
        sql<{ unit_id: string }>`select unit_id from structure.published_figure where id = ${id}::uuid`.execute(tx),
      )
      return rows.length === 0 ? null : rows.map(({ unit_id }) => unit_id)
    },
  },
}
