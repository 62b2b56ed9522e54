import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join, relative } from 'node:path'

const require = createRequire(import.meta.url)
const fs = require('node:fs') as typeof import('node:fs')
const promises = require('node:fs/promises') as typeof import('node:fs/promises')
const real = { ...fs }

/** What a power cut leaves of what was written and not synced. */
export interface Remains {
  /** A number from 0 up to 1, the next of a seeded series. */
  random(): number
  /** The chance that an unsynced block of the log survives, and of any other file. */
  readonly log: number
  readonly others: number
}

/** A disk that remembers only what was synced. */
export interface FakeDisk {
  /** Counts every change and sync under the root; `beforeEach` is called with the count before each. */
  beforeEach: (count: number) => void
  /** Makes the image what the disk holds after a cut now; the process must end at once. */
  cut(remains: Remains): void
}

type Meta = () => void

/**
 * Watches every call of this process that changes or syncs a file under `root`, and keeps in `image` what a power cut would leave:
 * a file's bytes count when it is synced; names made, changed and removed count, in their order, when anything is synced (as the
 * journals of ext4 and xfs do it). `lies` names syncs that the disk acknowledges and does not do. Both folders must hold the same.
 */
export function installFakeDisk(
  root: string,
  image: string,
  lies: (path: string, call: string) => boolean = () => false,
): FakeDisk {
  const pathOf = new Map<number, string>()
  const dirty = new Map<string, [from: number, to: number][]>()
  let names: Meta[] = []
  let count = 0
  const disk: FakeDisk = { beforeEach: () => {}, cut }

  const inside = (path: unknown): path is string => typeof path === 'string' && path.startsWith(`${root}/`)
  const twin = (path: string) => join(image, relative(root, path))
  const step = () => disk.beforeEach(count++)
  const isFile = (path: string) => real.existsSync(path) && real.statSync(path).isFile()

  function copy(path: string, ranges: readonly [number, number][], keep: () => boolean = () => true): void {
    if (!isFile(path) || !real.existsSync(twin(path))) return
    const from = real.openSync(path, 'r')
    const to = real.openSync(twin(path), 'r+')
    for (const [start, end] of ranges) {
      for (let at = start; at < end; at += 4096 - (at % 4096)) {
        if (!keep()) continue
        const bytes = Buffer.alloc(Math.min(end, at + 4096 - (at % 4096)) - at)
        const read = real.readSync(from, bytes, 0, bytes.length, at)
        real.writeSync(to, bytes, 0, read, at)
      }
    }
    real.closeSync(from)
    real.closeSync(to)
  }

  function settleNames(upTo = names.length): void {
    for (const apply of names.slice(0, upTo)) apply()
    names = names.slice(upTo)
  }

  function synced(path: string, ranges: [number, number][] | undefined): void {
    settleNames()
    if (!isFile(path)) return
    copy(path, ranges ?? [])
    real.truncateSync(twin(path), real.statSync(path).size)
  }

  function sync(path: string, call: string): void {
    if (lies(path, call)) return
    const ranges = dirty.get(path)
    dirty.delete(path)
    synced(path, ranges)
  }

  function wrote(path: string, from: number, to: number): void {
    const ranges = dirty.get(path) ?? []
    ranges.push([from, to])
    dirty.set(path, ranges)
  }

  function made(path: string): void {
    names.push(() => real.writeFileSync(twin(path), '', { flag: 'a' }))
  }

  function cut({ random, log, others }: Remains): void {
    settleNames(Math.floor(random() * (names.length + 1)))
    for (const [path, ranges] of dirty) {
      const chance = path.includes('/pg_wal/') ? log : others
      copy(path, ranges, () => random() < chance)
    }
  }

  const patch = (over: Partial<typeof fs>) => Object.assign(fs, over)
  patch({
    openSync: ((path: string, flags: number | string = 'r', mode?: number) => {
      const creating = inside(path) && !real.existsSync(path)
      if (creating) step()
      const fd = real.openSync(path, flags, mode)
      if (inside(path)) pathOf.set(fd, path)
      else pathOf.delete(fd)
      if (creating) made(path)
      return fd
    }) as typeof fs.openSync,
    writeSync: ((fd: number, bytes: NodeJS.ArrayBufferView, offset: number, length: number, position: number) => {
      const path = pathOf.get(fd)
      if (path) step()
      const written = real.writeSync(fd, bytes, offset, length, position)
      if (path) wrote(path, position, position + written)
      return written
    }) as typeof fs.writeSync,
    writeFileSync: ((path: string, content: string, options?: object) => {
      if (!inside(path)) return real.writeFileSync(path, content, options)
      step()
      if (!real.existsSync(path)) made(path)
      real.writeFileSync(path, content, options)
      wrote(path, 0, content.length)
    }) as typeof fs.writeFileSync,
    mkdirSync: ((path: string, options?: object) => {
      if (inside(path)) step()
      const answer = real.mkdirSync(path, options)
      if (inside(path)) names.push(() => real.mkdirSync(twin(path), { recursive: true }))
      return answer
    }) as typeof fs.mkdirSync,
    renameSync: ((from: string, to: string) => {
      if (inside(from)) step()
      real.renameSync(from, to)
      if (!inside(from)) return
      for (const [path, ranges] of [...dirty]) {
        if (path !== from && !path.startsWith(`${from}/`)) continue
        dirty.delete(path)
        dirty.set(to + path.slice(from.length), ranges)
      }
      for (const [fd, path] of pathOf) if (path === from) pathOf.set(fd, to)
      names.push(() => real.existsSync(twin(from)) && real.renameSync(twin(from), twin(to)))
    }) as typeof fs.renameSync,
    fdatasyncSync: ((fd: number) => {
      const path = pathOf.get(fd)
      if (path) step()
      if (path) sync(path, 'fdatasyncSync')
    }) as typeof fs.fdatasyncSync,
    fdatasync: ((fd: number, done: (error: Error | null) => void) => {
      const path = pathOf.get(fd)
      if (!path) return real.fdatasync(fd, done)
      step()
      if (lies(path, 'fdatasync')) {
        setTimeout(() => done(null), 2)
        return
      }
      const under = new Set(dirty.get(path))
      setTimeout(() => {
        step() // until now a cut could still lose it
        const left = dirty.get(path)?.filter((range) => !under.has(range)) ?? []
        dirty.set(path, left)
        synced(path, [...under])
        done(null)
      }, 2)
    }) as unknown as typeof fs.fdatasync,
  })
  for (const call of ['ftruncateSync', 'truncateSync'] as const) {
    const original = real[call] as (on: number | string, size?: number) => void
    patch({
      [call]: (on: number | string, size = 0) => {
        const path = typeof on === 'number' ? pathOf.get(on) : on
        if (inside(path)) step()
        original(on, size)
        if (inside(path)) names.push(() => real.existsSync(twin(path)) && real.truncateSync(twin(path), size))
      },
    })
  }
  for (const call of ['unlinkSync', 'rmdirSync', 'rmSync'] as const) {
    const original = real[call] as (path: string, options?: object) => void
    patch({
      [call]: (path: string, options?: object) => {
        if (inside(path) && real.existsSync(path)) {
          step()
          for (const one of [...dirty.keys()]) if (one === path || one.startsWith(`${path}/`)) dirty.delete(one)
          names.push(() => real.rmSync(twin(path), { recursive: true, force: true }))
        }
        original(path, options)
      },
    })
  }
  const openLater = promises.open
  promises.open = (async (path: string, flags: string, mode?: number) => {
    const creating = inside(path) && flags !== 'r' && !real.existsSync(path)
    const handle = await openLater(path, flags, mode)
    if (!inside(path)) return handle
    if (creating) made(path)
    handle.sync = async () => {
      step()
      sync(path, 'handle.sync')
    }
    return handle
  }) as typeof promises.open
  syncBuiltinESMExports()
  return disk
}
