import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Tx, Work } from '#kernel/server/work.ts'

/** The tables whose superseded rows are kept and that these questions read; each has a view `<table>_known`. */
const temporal = [
  'act',
  'unit',
  'unit_version',
  'unit_path',
  'lineage',
  'act_unit',
  'act_belonging',
  'alias',
  'fact',
  'organ',
  'counterpart',
  'published_figure',
]

/** The tables of structure as they are, or as they were believed at the end of a day. */
export async function believed(
  work: Work<`structure.${string}`, never>,
  knownOn: PlainDate | undefined,
): Promise<Tx<'structure'>> {
  return knownOn === undefined ? work.db : work.asKnownOn(knownOn, temporal)
}
