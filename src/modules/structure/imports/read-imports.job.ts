import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import { uuidv7 } from '#kernel/contract/ids.ts'
import type { Sentence } from '#kernel/contract/problem.ts'
import { languages, say } from '#kernel/contract/text.ts'
import type { Db, Engine } from '#kernel/db/engine.ts'
import { asSystem } from '#kernel/server/kernel.ts'
import type { Job } from '#kernel/server/module.ts'
import type { Tx } from '#kernel/server/work.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import type { Sheet } from '#kernel/sheets/sheet.ts'
import { SheetRefused } from '#kernel/sheets/sheet-refused.ts'
import { readWorld } from '../acts/world.read.ts'
import { composeActs, together } from './compose.rules.ts'
import { listOutOfReach, readGround } from './ground.read.ts'
import { type HeadFault, type Layout, understandHeads } from './heads.rules.ts'
import { importTexts } from './imports.text.ts'
import { judge, refused, withoutFallen } from './judge.rules.ts'
import type { Judged } from './judged.rules.ts'
import { lettersOf, placeIn } from './places.rules.ts'
import { rehearseList } from './rehearse-list.rules.ts'
import { rowOf } from './rows.rules.ts'
import { forgetOldImports, listDropped, stage, TakenOver, takeUp, tell } from './stage.write.ts'
import type { Counts, KeptImport } from './staged.read.ts'

/** The most that a list may hold; two columns are kept free for the reasons that a corrected file brings back. */
export const limits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  rows: 20_001,
  columns: 30 + 2,
  cellCharacters: 500,
}
/** Rows of one transaction while they are staged. */
const slice = 500

/**
 * Reads lists that were brought in: the one that is named, or, by the clock, those that were dropped on the way (the process ended). Taking one
 * up begins it anew; what is read already is left alone.
 */
export function readImports(engine: Engine): Job {
  return {
    name: 'structure.read-imports',
    schedule: '* * * * *',
    run: async (payload) => {
      const { importId } = (payload ?? {}) as { importId?: string }
      if (!importId) await forgetOldImports(engine)
      for (const id of importId ? [importId] : await listDropped(engine)) await readImport(engine, id)
    },
  }
}

async function readImport(engine: Engine, id: string): Promise<void> {
  const run = uuidv7()
  const kept = await takeUp(engine, id, run)
  if (!kept) return
  try {
    const understood = await understand(engine, kept)
    if ('refusal' in understood) {
      await tell(engine, { id, run }, { state: 'refused', refusal: understood.refusal })
      return
    }
    const { lines, first, layout } = understood
    const filled = lines.filter((line) => line.some((cell) => cell.trim() !== '')).length
    await tell(engine, { id, run }, { total: filled, layout })
    const judged = await judgeAll(engine, kept, lines, first, layout)
    for (let at = 0; at < judged.length; at += slice) {
      const rows = judged.slice(at, at + slice)
      await stage(
        engine,
        { id, run },
        rows.map((one) => ({ ...one, given: lines[one.no - first]! })),
      )
    }
    await tell(engine, { id, run }, { state: 'read', counts: countsOf(judged) })
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error
  }
}

type Understood =
  | { readonly lines: Sheet['rows']; readonly first: number; readonly layout: Layout }
  | { readonly refusal: { readonly why: Sentence; readonly place: string | null } }

async function understand(engine: Engine, { fileId }: KeptImport): Promise<Understood> {
  try {
    const { rows } = await readSheet(await readFile(engine, fileId), limits)
    const layout = understandHeads(rows)
    if ('code' in layout) return { refusal: refusalOf(layout) }
    return { lines: rows.slice(layout.head + 1), first: layout.head + 2, layout }
  } catch (error) {
    if (error instanceof SheetRefused) return { refusal: { why: error.sentence, place: error.place } }
    throw error
  }
}

function refusalOf({ code, row, column, title }: HeadFault) {
  const said = languages.map((language) => [language, say(importTexts, language, `head.${code}`, { title })])
  return { why: Object.fromEntries(said) as Sentence, place: column === null ? null : `${lettersOf(column)}${row + 1}` }
}

async function readFile(engine: Engine, fileId: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for (;;) {
    const chunk = await asSystem(engine, (tx) =>
      tx
        .selectFrom('kernel.file_chunk')
        .select('bytes')
        .where('file_id', '=', fileId)
        .where('no', '=', chunks.length)
        .executeTakeFirst(),
    )
    if (!chunk) return Buffer.concat(chunks)
    chunks.push(chunk.bytes)
  }
}

async function judgeAll(
  engine: Engine,
  kept: KeptImport,
  lines: Sheet['rows'],
  first: number,
  layout: Layout,
): Promise<readonly Judged[]> {
  const ground = await asMaker(engine, kept, 'lienchi_reader', (db) => readGround(db, kept.under, kept.effective))
  await breath()
  const judged = judge(lines, first, layout, ground)
  await breath()
  const rows = judged.map(({ no }) => rowOf(lines[no - first]!, no, layout))
  const inReach = withoutFallen(await checkReach(engine, kept, judged, layout), rows)
  const ids = new Map(inReach.map(({ no }) => [no, uuidv7()]))
  const compose = (list: readonly Judged[]) => composeActs(list, kept.effective, kept.decision, (no) => ids.get(no)!)
  const whole = together(compose(inReach))
  if (!whole) return inReach
  // What stands in the way is seen even where its name is not: as a command sees it. No name comes out of it.
  const world = await asMaker(engine, kept, 'lienchi_writer', (db) => readWorld(db, whole, null, kept.effective))
  await breath()
  return rehearseList(inReach, rows, world, compose)
}

/** Refuses rows about units, or under superiors, that the right of whoever made the import does not cover. */
async function checkReach(
  engine: Engine,
  kept: KeptImport,
  judged: readonly Judged[],
  layout: Layout,
): Promise<readonly Judged[]> {
  if (kept.reach.whole) return judged
  const named = judged.flatMap(({ wanted, unitId }) => (wanted ? [unitId, unitOf(wanted.superior)] : []))
  const units = [...new Set(named)].filter((id) => id !== null)
  const beyond = await asMaker(engine, kept, 'lienchi_reader', (db) => listOutOfReach(db, units))
  return judged.map((one) => {
    const above = one.wanted && unitOf(one.wanted.superior)
    const field = one.wanted && beyond.has(one.unitId ?? '') ? 'id' : beyond.has(above ?? '') ? 'parent' : null
    return field ? refused(one, [{ field, place: placeIn(layout, one.no)(field), code: 'out_of_reach' }]) : one
  })
}

function unitOf(superior: { unit: string } | { row: number } | null): string | null {
  return superior && 'unit' in superior ? superior.unit : null
}

/** Reads as whoever made the import might read then: the transaction is told what `perform` would have told it. */
async function asMaker<T>(
  engine: Engine,
  { accountId, reach, reachOn }: KeptImport,
  role: 'lienchi_reader' | 'lienchi_writer',
  read: (db: Tx<'structure'>) => Promise<T>,
): Promise<T> {
  return engine.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx: Db) => {
      await sql`select set_config('role', ${role}, true), set_config('lienchi.account', ${accountId}, true),
        set_config('lienchi.as_of', ${reachOn}, true), set_config('lienchi.reach_whole', ${reach.whole ? 'yes' : ''}, true),
        set_config('lienchi.reach_own', ${`{${reach.own.join(',')}}`}, true),
        set_config('lienchi.reach_below', ${`{${reach.below.join(',')}}`}, true)`.execute(tx)
      return read(tx as never)
    })
}

/** How many rows got which verdict. */
function countsOf(judged: readonly Pick<Judged, 'verdict'>[]): Counts {
  const count = (verdict: Judged['verdict']) => judged.filter((one) => one.verdict === verdict).length
  return { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') }
}
