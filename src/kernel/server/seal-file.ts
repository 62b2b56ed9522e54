import { hash } from 'node:crypto'
import { closeSync, createReadStream, existsSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import type { Engine } from '../db/engine.ts'
import { asSystem } from './kernel.ts'
import { findLastSeal, listSeals, Seal } from './seal-format.ts'

/** The file outside the database to which every seal is added: one line of JSON per block. */
export interface SealFile {
  /** Adds the blocks that the file does not hold yet, and returns when they are on the disk. Throws where database and file contradict each other. */
  catchUp(engine: Engine): Promise<void>
}

const slice = 500

/** Opens a seal file, which need not be there yet. Several processes may share one: a line said twice says nothing new. */
export function openSealFile(file: string): SealFile {
  let written: number | undefined
  return {
    async catchUp(engine) {
      const ends = written === undefined ? readEnd(file) : null
      let contradiction = false
      if (ends) {
        const last = await asSystem(engine, (tx) => findLastSeal(tx))
        const known = ends.seal ? await asSystem(engine, (tx) => listSeals(tx, ends.seal!.no - 1, 1)) : []
        contradiction = ends.seal !== null && !sameSeal(known[0], ends.seal)
        written = Math.min(ends.seal?.no ?? 0, last?.no ?? 0)
      }
      for (;;) {
        const seals = await asSystem(engine, (tx) => listSeals(tx, written!, slice))
        if (seals.length > 0) append(file, seals)
        written = seals.at(-1)?.no ?? written
        if (seals.length < slice) break
      }
      if (contradiction)
        throw new Error(`the last line of the seal file ${file} is no block of this database: run lienchi verify`)
    },
  }
}

/** Whether two say the same of a block. */
export function sameSeal(one: Seal | undefined, other: Seal): boolean {
  return one !== undefined && lineOf(one) === lineOf(other)
}

/** The line that says a block. */
export function lineOf(seal: Seal): string {
  return JSON.stringify(Seal.parse(seal))
}

function append(file: string, seals: readonly Seal[]): void {
  const made = !existsSync(file)
  const handle = openSync(file, 'a+', 0o600)
  try {
    // A line cut off by a crash ends where the next begins.
    const torn = readTail(handle, 1)
    const lines = seals.map((seal) => `${lineOf(seal)}\n`).join('')
    writeSync(handle, torn === '' || torn === '\n' ? lines : `\n${lines}`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  if (made) syncFolder(dirname(file))
}

/** A new file is there after a power cut only when its folder has reached the disk; Windows knows no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The seal with the greatest number among the last lines. */
function readEnd(file: string): { seal: Seal | null } {
  if (!existsSync(file)) return { seal: null }
  const handle = openSync(file, 'r')
  try {
    const seals = readTail(handle, 64 * 1024)
      .split('\n')
      .flatMap((line) => readLine(line) ?? [])
    return { seal: seals.reduce<Seal | null>((most, one) => (most && most.no > one.no ? most : one), null) }
  } finally {
    closeSync(handle)
  }
}

function readTail(handle: number, bytes: number): string {
  const { size } = fstatSync(handle)
  const tail = Buffer.alloc(Math.min(size, bytes))
  readSync(handle, tail, 0, tail.length, size - tail.length)
  return tail.toString('utf8')
}

function readLine(line: string): Seal | null {
  try {
    const seal = Seal.parse(JSON.parse(line))
    return lineOf(seal) === line ? seal : null
  } catch {
    return null
  }
}

/** A seal file as read: the digest of each block's line, blocks of which two lines differ, and what is no line at all. */
export interface SealsRead {
  readonly lines: ReadonlyMap<number, string>
  readonly contradicted: ReadonlySet<number>
  /** A line that a crash cut off is among them; it is the beginning of a block's line. */
  readonly unreadable: readonly string[]
}

/** Reads a whole seal file; null where there is none. */
export async function readSealFile(file: string): Promise<SealsRead | null> {
  if (!existsSync(file)) return null
  const lines = new Map<number, string>()
  const contradicted = new Set<number>()
  const unreadable: string[] = []
  const texts = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const text of texts) {
    const seal = text === '' ? null : readLine(text)
    if (seal) {
      const line = lineDigest(seal)
      if ((lines.get(seal.no) ?? line) !== line) contradicted.add(seal.no)
      lines.set(seal.no, line)
    } else if (text !== '') unreadable.push(text)
  }
  return { lines, contradicted, unreadable }
}

/** What tells the line of one block from every other. */
export function lineDigest(seal: Seal): string {
  return hash('sha256', lineOf(seal), 'base64')
}
