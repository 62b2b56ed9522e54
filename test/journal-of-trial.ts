import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db, Engine } from '#kernel/db/engine.ts'
import { eraseValuesOf } from '#kernel/server/erase.ts'
import { takeEntryNumber, writeEntry } from '#kernel/server/journal.ts'
import { sealJournal } from '#kernel/server/seal.ts'
import { openSealFile } from '#kernel/server/seal-file.ts'
import { findLastSeal } from '#kernel/server/seal-format.ts'
import { asRole } from './attack.ts'

/** The key of a trial's seals. */
export const trialKey = 'the key of this test'

const contract = { name: 'structure.try-sealing', secrets: [], permission: 'anyone' as const }
const values = [
  { tên: 'Đảng bộ', n: 1.5, '2': ['y', { z: null }], __x: '\u2028"\\|' },
  { rỗng: [], a: -0, b: 1e21, c: 1e-7, sâu: { hơn: [1, { b: 1, a: 2 }] } },
  null,
  'một câu',
]

/** Writes one entry as a command would, in a transaction of its own. Returns its number. */
export function writeTrial(engine: Engine, no = 0, more: object = {}): Promise<number> {
  return asRole(engine, 'lienchi_writer', {}, async (tx) => {
    const id = await takeEntryNumber(tx)
    const change = {
      units: no % 3 === 0 ? [] : ['00000000-0000-8000-8000-00000000abcd'],
      subjects: [`thing:${no}`, 'thing:một, hai'],
      before: values[(no + 1) % values.length],
      after: [1, { b: no, a: 2 }],
      ground: no % 2 === 0 ? `QĐ ${no}` : null,
      actor: { accountId: '00000000-0000-8000-8000-00000000cdef', displayName: `Người thử ${no}` },
    }
    const input = values[no % values.length]
    await writeEntry(tx, { id, contract, actor: null, now: '2024-01-15T03:00:00.000Z', input, change, ...more })
    return id
  })
}

/** Erases an entry's values as the capability does. Returns the erasing entry. */
export function eraseTrial(engine: Engine, entry: number): Promise<number> {
  return asRole(engine, 'lienchi_writer', { reach_whole: 'yes' }, async (tx) => {
    const id = await takeEntryNumber(tx)
    const role = (name: string) => sql`select set_config('role', ${name}, true)`.execute(tx)
    const work = {
      tx,
      asReader: async <T>(read: () => Promise<T>) => {
        await role('lienchi_reader')
        return read().finally(() => role('lienchi_writer'))
      },
    }
    const erased = await eraseValuesOf(work as never, entry)
    if (!erased || 'refused' in erased) throw new Error(`not erased: ${JSON.stringify(erased)}`)
    const change = { subjects: [`entry:${entry}`, erased.subject], ground: 'theo yêu cầu' }
    await writeEntry(tx, { id, contract, actor: null, now: '2024-02-01T03:00:00.000Z', input: { entry }, change })
    return id
  })
}

/** A sealed journal to try things on. */
export interface Trial {
  readonly engine: Engine
  /** The file of its seals. */
  readonly file: string
  /** Numbers that no entry has, all closed. */
  readonly gaps: readonly number[]
  readonly erased: number
}

/** Fills a fresh journal: nine blocks or more, gaps between the numbers, one entry erased; everything sealed and in the seal file. */
export async function makeTrial(engine: Engine): Promise<Trial> {
  const file = join(mkdtempSync(join(tmpdir(), 'lienchi-seals-')), 'seals.jsonl')
  const seals = openSealFile(file)
  const gaps: number[] = []
  const first = await writeTrial(engine)
  for (let block = 0; block < 8; block++) {
    for (let one = 0; one < 2 + ((block * 5) % 7); one++) await writeTrial(engine, block * 10 + one)
    await sealJournal(engine, [trialKey])
    if (block < 6) gaps.push(await asRole(engine, 'lienchi_writer', {}, takeEntryNumber))
    await seals.catchUp(engine)
  }
  await eraseTrial(engine, first)
  // On a server, transactions of others keep numbers open for a while.
  for (let waited = 0; waited < 600; waited++) {
    await sealJournal(engine, [trialKey])
    if (((await engineLast(engine))?.closedThrough ?? 0) > Math.max(...gaps)) break
    await new Promise((done) => setTimeout(done, 50))
    await writeTrial(engine, waited)
  }
  await seals.catchUp(engine)
  return { engine, file, gaps, erased: first }
}

function engineLast(engine: Engine) {
  return asRole(engine, 'lienchi_system', {}, (tx) => findLastSeal(tx as Db))
}
