import { asker, timeOf } from './ask.ts'
import type { Bench } from './engines.ts'

interface Unit {
  id: string
  parentId: string | null
  type: string
}

const effective = '2024-02-07'
const rounds = 3

/**
 * Reorganisations: so many units come to stand under another organisation by one act, rehearsed, entered and taken back, against the
 * bare set-based SQL that moves the same rows and derives the same lines (no rules, no journal, no conservation), rolled back.
 */
export async function measureActs(bench: Bench): Promise<void> {
  const ask = asker(bench)
  const { units } = await ask<{ units: Unit[] }>('structure.tree', { asOf: effective })
  console.log(
    '\n| one act that moves | rehearsed ms | entered ms | bare SQL ms | entered / bare | taken back ms |\n|---|---|---|---|---|---|',
  )
  for (const wanted of [500, 5000]) {
    const changes = movesOf(units, wanted)
    const act = { kind: 'reparent', effective, decision: { kind: 'Quyết định', symbol: 'đo' }, changes }
    const [rehearsed, entered, bare, undone]: number[][] = [[], [], [], []]
    for (let round = 0; round < rounds; round++) {
      rehearsed!.push(await timeOf(() => ask('structure.preview-act', { act })))
      bare!.push(await timeOf(() => bench.bareWork(bareMoves(changes))))
      let made: { actId: string; version: number } | undefined
      entered!.push(await timeOf(async () => (made = await ask('structure.enter-act', { act }))))
      undone!.push(await timeOf(() => ask('structure.undo-act', { ...made!, reason: 'phép đo' })))
    }
    const [one, two, three, four] = [rehearsed!, entered!, bare!, undone!].map(median) as [
      number,
      number,
      number,
      number,
    ]
    console.log(
      `| ${changes.length} units | ${one.toFixed(0)} | ${two.toFixed(0)} | ${three.toFixed(0)} | ${(two / three).toFixed(2)} | ${four.toFixed(0)} |`,
    )
  }
}

/** The tree as known on a day against the tree as it is. */
export async function measureKnown(bench: Bench): Promise<void> {
  const ask = asker(bench)
  const [now, known]: [number[], number[]] = [[], []]
  for (let round = 0; round < 8; round++) {
    now.push(await timeOf(() => ask('structure.tree', { asOf: '2024-01-15' })))
    known.push(await timeOf(() => ask('structure.tree', { asOf: '2024-01-15', knownOn: '2024-01-15' })))
  }
  console.log('\n| the whole tree | ms | against the tree as it is |\n|---|---|---|')
  console.log(`| as it is | ${median(now).toFixed(0)} | |`)
  console.log(`| as known on a day | ${median(known).toFixed(0)} | ${(median(known) / median(now)).toFixed(2)} |`)
}

/** Each cell goes to the organisation after its own; where more are wanted than there are, organisations to the committee after theirs. */
function movesOf(units: readonly Unit[], wanted: number) {
  const moves = [...turned(units, 'chi_bo', 'dang_bo_co_so'), ...turned(units, 'dang_bo_co_so', 'cap_tren_co_so')]
  return moves.slice(0, wanted)
}

function turned(units: readonly Unit[], type: string, above: string) {
  const parents = units.filter((unit) => unit.type === above).map(({ id }) => id)
  const next = new Map(parents.map((id, i) => [id, parents[(i + 1) % parents.length]!]))
  return units
    .filter((unit) => unit.type === type && unit.parentId !== null && next.has(unit.parentId))
    .map(({ id, parentId }) => ({ unitId: id, parentId: next.get(parentId!)! }))
}

function bareMoves(changes: readonly { unitId: string; parentId: string }[]): string[] {
  const moves = JSON.stringify(changes)
  const rows = `jsonb_to_recordset('${moves}'::jsonb) as m ("unitId" uuid, "parentId" uuid)`
  return [
    `create temporary table moved on commit drop as select v.*, m."parentId" as new_parent from structure.unit_version v join ${rows} on m."unitId" = v.unit_id where v.valid_at @> '${effective}'::date`,
    `update structure.unit_version v set valid_at = daterange(lower(v.valid_at), '${effective}') from moved where v.unit_id = moved.unit_id and v.valid_at = moved.valid_at`,
    `insert into structure.unit_version (unit_id, valid_at, type, name, short_name, name_folded, name_sort, parent_id, is_root, covered, restricted, illustrative, opened_by, closed_by)
      select unit_id, daterange('${effective}', upper(valid_at)), type, name, short_name, name_folded, name_sort, new_parent, is_root, covered, restricted, illustrative, opened_by, closed_by from moved`,
    'do $$ declare ids uuid[]; begin select array_agg(unit_id) into ids from moved; call structure.rebuild_paths_of(ids); end $$',
    'set constraints all immediate',
  ]
}

function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[Math.floor(samples.length / 2)]!
}
