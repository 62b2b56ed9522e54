import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Db } from '#kernel/db/engine.ts'
import type { Tables } from '#kernel/db/schema.gen.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import type { ShownCompartment } from './compartment.contract.ts'

type Shown = z.input<typeof ShownCompartment>

/** Compartments as their team sees them. */
export async function showCompartments(
  tx: Db,
  rows: readonly Selectable<Tables['access.compartment']>[],
  day: PlainDate,
): Promise<Shown[]> {
  const names = await nameUnits(tx, [...new Set(rows.map(({ unit_id }) => unit_id))], day)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Shown['kind'],
    name: row.name,
    unit: { id: row.unit_id, name: names.get(row.unit_id) ?? null },
    within: row.within,
    document: (row.document as Shown['document']) ?? null,
    valid: row.valid_at,
  }))
}
