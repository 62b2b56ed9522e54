import type { Break, Verified } from '#kernel/contract/verified.ts'
import type { Db, Engine } from '../db/engine.ts'
import { listErased } from './erase.ts'
import { asSystem } from './kernel.ts'
import { growTree } from './merkle.ts'
import { listOldRows, oldBlockRoot } from './old-blocks.ts'
import { lineDigest, lineOf, type SealsRead } from './seal-file.ts'
import { blockHash, findLastSeal, hex, isSignedBy, listSeals, type Seal } from './seal-format.ts'
import { listSealedRows, type SealedRow } from './sealed-rows.ts'
import { countUpTo, listDetailsAlone, listPutInLater, listUnsealedFaults, readUnsealed } from './unsealed.ts'

/** How the journal is read: each slice in a transaction of its own, so that others are answered meanwhile. */
export type Read = <T>(run: (tx: Db) => Promise<T>) => Promise<T>

/** What is at hand beside the database. */
export interface Outside {
  /** Keys that sign or once signed; none: signatures are not checked. */
  readonly keys: readonly string[]
  /** The seal file as read; null: there is none. */
  readonly seals: SealsRead | null
}

/** Breaks and erasures that are listed; of more only the number is told. */
const listed = 1000
const rowsAtOnce = 2000
const blocksAtOnce = 1000

/** Verifies an engine's journal. */
export function verifyEngine(engine: Engine, outside: Outside): Promise<Verified> {
  return verifyJournal((run) => asSystem(engine, run), outside)
}

/** Reads the whole journal again, in slices, and holds it against the chain, the key and the file outside. */
export async function verifyJournal(read: Read, outside: Outside): Promise<Verified> {
  const found = makeFindings()
  const end = await read(findLastSeal)
  const lines = compareWithFile(outside.seals, found)
  const closedThrough = end?.closedThrough ?? 0
  const rows = walkRows(read, await firstOfFormatTwo(read), closedThrough, found)
  let before: Seal | null = null
  let signed = false
  let blocks = 0
  let after = 0
  while (end && after < end.no) {
    const seals = (await read((tx) => listSeals(tx, after, blocksAtOnce))).filter(({ no }) => no <= end.no)
    if (seals.length === 0) break
    for (const seal of seals) {
      after = seal.no
      blocks++
      await verifyBlock(seal, before, rows, found)
      verifySignature(seal, outside.keys, signed, found)
      lines.compare(seal)
      signed ||= seal.signature !== null
      before = seal
    }
  }
  await rows.leftOver(end)
  lines.finish(end)
  await verifyClosed(read, closedThrough, rows, found)
  await verifyUnsealed(read, closedThrough, found)
  const unsealed = await read((tx) => readUnsealed(tx, closedThrough, end?.last ?? 0))
  return {
    whole: found.count === 0,
    blocks,
    sealedEntries: rows.counted.rows,
    notYetSealed: unsealed.count,
    oldestUnsealedSeconds: unsealed.oldestSeconds,
    signaturesChecked: outside.keys.length > 0,
    confirmedOutside: lines.confirmed(),
    erased: found.erased,
    breaksFound: found.count,
    breaks: found.breaks,
  }
}

interface Findings {
  readonly breaks: Break[]
  readonly erased: { entry: number; by: number }[]
  count: number
  add(what: Break['what'], at: Partial<Omit<Break, 'what'>>): void
}

function makeFindings(): Findings {
  const findings: Findings = {
    breaks: [],
    erased: [],
    count: 0,
    add(what, at) {
      findings.count++
      if (findings.breaks.length < listed)
        findings.breaks.push({ what, block: null, position: null, entry: null, ...at })
    },
  }
  return findings
}

/** The block by itself, its place after the one before, and everything it seals. */
async function verifyBlock(seal: Seal, before: Seal | null, rows: Rows, found: Findings): Promise<void> {
  const at = { block: seal.no }
  if (seal.no !== (before?.no ?? 0) + 1) found.add('block-missing', at)
  if (seal.first !== (before?.last ?? 0) + 1) found.add('block-out-of-place', at)
  if (seal.previous !== (before?.hash ?? '00'.repeat(32))) found.add('not-chained', at)
  if (seal.format === 1) {
    if ((before?.format ?? 1) !== 1) found.add('block-out-of-place', at)
    const digests: Uint8Array[] = []
    await rows.ofBlock(seal, before, (row) => digests.push(Buffer.from(row.digest, 'hex')))
    if (hex(oldBlockRoot(seal.no, Buffer.from(seal.previous, 'hex'), digests)) !== seal.hash)
      found.add('block-changed', at)
    return
  }
  const tree = growTree()
  const count = await rows.ofBlock(seal, before, (row) => tree.add(Buffer.from(row.digest, 'hex')))
  if (count === 0 || hex(tree.root()) !== seal.merkleRoot) found.add('tree-changed', at)
  if (blockHash(seal) !== seal.hash) found.add('block-changed', at)
}

function verifySignature(seal: Seal, keys: readonly string[], signed: boolean, found: Findings): void {
  if (keys.length === 0) return
  const at = { block: seal.no }
  if (seal.signature === null) {
    // Until 0.1.0 an installation could be without a key.
    if (signed || seal.format > 1) found.add('signature-missing', at)
  } else if (!isSignedBy(keys, seal)) found.add('signature-wrong', at)
}

async function firstOfFormatTwo(read: Read): Promise<number> {
  const row = await read((tx) =>
    tx
      .selectFrom('journal.block')
      .select((eb) => eb.fn.min<number | null>('first_position').as('first'))
      .where('format', '>', 1)
      .executeTakeFirst(),
  )
  return row?.first ?? Number.MAX_SAFE_INTEGER
}

interface Rows {
  /** Hands on the rows that lie in a block; reports what is missing or wrong. Returns how many there were. */
  ofBlock(seal: Seal, before: Seal | null, each: (row: SealedRow) => void): Promise<number>
  /** Reports the rows after the last block. */
  leftOver(end: Seal | undefined): Promise<void>
  /** Rows read so far, and of those up to the closed number the entries and details that were there. */
  readonly counted: { rows: number; closedEntries: number; closedDetails: number }
}

/** All sealed positions in order, a slice ahead of the hashing. */
function walkRows(read: Read, formatTwo: number, closedThrough: number, found: Findings): Rows {
  let slice: SealedRow[] = []
  let at = 0
  const counted = { rows: 0, closedEntries: 0, closedDetails: 0 }
  let ended = false
  const fetch = (from: number) =>
    read((tx) =>
      from < formatTwo ? listOldRows(tx, from, formatTwo - 1, rowsAtOnce) : listSealedRows(tx, from, rowsAtOnce),
    )
  let next = 1

  async function peek(): Promise<SealedRow | null> {
    while (at >= slice.length && !ended) {
      slice = await fetch(next)
      at = 0
      if (slice.length > 0) next = slice.at(-1)!.position + 1
      else if (next < formatTwo && formatTwo < Number.MAX_SAFE_INTEGER) next = formatTwo
      else ended = true
      await reportDetails(read, slice, found)
    }
    return slice[at] ?? null
  }

  function take(row: SealedRow): void {
    at++
    counted.rows++
    if (row.entry > closedThrough || row.expected === null) return
    counted.closedEntries++
    if (row.detail !== 'gone') counted.closedDetails++
  }

  async function ofBlock(seal: Seal, before: Seal | null, each: (row: SealedRow) => void): Promise<number> {
    let expected = seal.first
    let held = 0
    for (
      let row = await peek();
      row && row.position <= seal.last;
      row = at < slice.length ? slice[at]! : await peek()
    ) {
      take(row)
      const place = { block: seal.no, position: row.position, entry: row.entry }
      if (row.position < seal.first) {
        found.add('sealed-without-block', { ...place, block: null })
        continue
      }
      if (row.position > expected) found.add('position-missing', { block: seal.no, position: expected })
      expected = row.position + 1
      held++
      if (row.expected === null) found.add('entry-gone', place)
      else if (row.expected !== row.digest) found.add('entry-changed', place)
      if (row.entry <= (before?.closedThrough ?? 0)) found.add('entry-put-in-later', place)
      each(row)
    }
    if (expected <= seal.last) found.add('position-missing', { block: seal.no, position: expected })
    return held
  }

  return {
    ofBlock,
    leftOver: async (end) => {
      for (let row = await peek(); row; row = await peek()) {
        take(row)
        // What was sealed while this ran lies in blocks that it did not ask for.
        if (!(await sealedMeanwhile(read, row, end)))
          found.add('sealed-without-block', { position: row.position, entry: row.entry })
      }
    },
    counted,
  }
}

async function sealedMeanwhile(read: Read, row: SealedRow, end: Seal | undefined): Promise<boolean> {
  const block = await read((tx) =>
    tx
      .selectFrom('journal.block')
      .select('no')
      .where('no', '>', end?.no ?? 0)
      .where('first_position', '<=', row.position)
      .where('last_position', '>=', row.position)
      .executeTakeFirst(),
  )
  return block !== undefined
}

/** Details that are gone or changed: those whose values an entry says it erased are none. */
async function reportDetails(read: Read, slice: readonly SealedRow[], found: Findings): Promise<void> {
  for (const row of slice)
    if (row.detail === 'gone' && row.expected !== null)
      found.add('detail-gone', { position: row.position, entry: row.entry })
  const changed = slice.filter(({ detail }) => detail === 'changed')
  if (changed.length === 0) return
  const erased = await read((tx) =>
    listErased(
      tx,
      changed.map(({ entry }) => entry),
    ),
  )
  for (const { position, entry } of changed) {
    const by = erased.get(entry)
    if (by === undefined) found.add('detail-changed', { position, entry })
    else if (found.erased.length < listed) found.erased.push({ entry, by })
  }
}

/** Under a closed number there is nothing that no block holds: counted, and looked for only where the counts differ. */
async function verifyClosed(read: Read, closedThrough: number, rows: Rows, found: Findings): Promise<void> {
  const there = await read((tx) => countUpTo(tx, closedThrough))
  if (there.entries !== rows.counted.closedEntries)
    for (const entry of await read((tx) => listPutInLater(tx, closedThrough, listed)))
      found.add('entry-put-in-later', { entry })
  if (there.details !== rows.counted.closedDetails)
    for (const entry of await read((tx) => listDetailsAlone(tx, Number.MIN_SAFE_INTEGER, closedThrough, listed)))
      found.add('detail-without-entry', { entry })
}

async function verifyUnsealed(read: Read, closedThrough: number, found: Findings): Promise<void> {
  for (let after: number | null = closedThrough; after !== null; ) {
    const from: number = after
    const { faults, last } = await read((tx) => listUnsealedFaults(tx, from, rowsAtOnce))
    for (const { what, entry } of faults) found.add(what, { entry })
    after = last
  }
  for (const entry of await read((tx) => listDetailsAlone(tx, closedThrough, Number.MAX_SAFE_INTEGER, listed)))
    found.add('detail-without-entry', { entry })
}

interface Lines {
  compare(seal: Seal): void
  finish(end: Seal | undefined): void
  confirmed(): number | null
}

/** Blocks against their lines in the seal file: a line that differs, is missing between others, or tells of a block that is gone. */
function compareWithFile(seals: SealsRead | null, found: Findings): Lines {
  let confirmed = 0
  const missing: number[] = []
  let unreadable = seals?.unreadable ?? []
  const newest = seals ? seals.lines.keys().reduce((most, no) => Math.max(most, no), 0) : 0
  for (const block of seals?.contradicted ?? []) found.add('seal-line-contradicted', { block })
  return {
    compare(seal) {
      if (!seals) return
      const line = seals.lines.get(seal.no)
      if (unreadable.length > 0) unreadable = unreadable.filter((text) => !lineOf(seal).startsWith(text))
      if (line === undefined) missing.push(seal.no)
      else if (line === lineDigest(seal)) confirmed++
      else if (!seals.contradicted.has(seal.no)) found.add('seal-line-differs', { block: seal.no })
    },
    finish(end) {
      for (const no of seals?.lines.keys() ?? []) if (no > (end?.no ?? 0)) found.add('block-cut-off', { block: no })
      for (const block of missing) if (block < newest) found.add('seal-line-missing', { block })
      for (const _ of unreadable) found.add('seal-line-unreadable', {})
    },
    confirmed: () => (seals ? confirmed : null),
  }
}
