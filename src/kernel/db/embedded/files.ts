import { fdatasyncSync } from 'node:fs'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { Wal } from './wal.ts'

/** What we use of the file layer that PGlite's compiler (Emscripten) writes. */
interface FileNode {
  readonly name: string
  readonly parent: FileNode
}
interface OpenFile {
  readonly node: FileNode
  readonly nfd: number
}
type Operation = (this: unknown, ...args: never[]) => unknown
interface FileLayer {
  realPath(node: FileNode): string
  readonly node_ops: Record<string, Operation>
  readonly stream_ops: Record<string, Operation>
}
interface Machine {
  readonly NODEFS: FileLayer
  readonly FS: { ErrnoError: new (errno: number) => Error }
}

/** Input/output error, in the numbers of WASI. */
const EIO = 29

/** A segment of the write-ahead log, apart from the files that become one. */
function isSegment(node: FileNode): boolean {
  return node.parent.name === 'pg_wal' && /^[0-9A-F]{24}$/.test(node.name)
}

/**
 * PGlite's files on the disk of this machine, with the sync that its own layer leaves out: a sync PostgreSQL asks for is done, at
 * once for every file but the log's segments, which are owed to `wal`. Nothing outside the log changes while the log is owed.
 * `fatal` must end the process: PostgreSQL would, and PGlite would spin for ever instead.
 */
export function durableFiles(root: string, wal: Wal, fatal: (error: unknown) => void): NodeFS {
  const files = new NodeFS(root)
  const init = files.init.bind(files)
  files.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options)
    const install = (machine: unknown) => installSync(machine as Machine, wal, fatal)
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), install] } }
  }
  return files
}

function installSync({ NODEFS, FS }: Machine, wal: Wal, fatal: (error: unknown) => void): void {
  const { node_ops, stream_ops } = NODEFS

  function settle(): void {
    try {
      wal.settleNow()
    } catch {
      throw new FS.ErrnoError(EIO)
    }
  }

  function wrap(operations: Record<string, Operation>, name: string, before: (...args: never[]) => void): void {
    const original = operations[name]!
    operations[name] = function (this: unknown, ...args: never[]) {
      before(...args)
      return original.apply(this, args)
    }
  }

  stream_ops.fsync = (file: OpenFile) => {
    try {
      if (isSegment(file.node)) wal.owe(NODEFS.realPath(file.node))
      else {
        wal.settleNow()
        fdatasyncSync(file.nfd)
      }
      return 0
    } catch (error) {
      fatal(error)
      return EIO
    }
  }

  const write = stream_ops.write!
  stream_ops.write = function (this: unknown, ...args: never[]) {
    const { node } = args[0] as unknown as OpenFile
    if (wal.owes() && !isSegment(node)) settle()
    try {
      return write.apply(this, args)
    } catch (error) {
      if (node.parent.name === 'pg_wal') fatal(error)
      throw error
    }
  }

  const whenOwed = (node: FileNode) => {
    if (wal.owes() && !isSegment(node)) settle()
  }
  wrap(stream_ops, 'setattr', (file: OpenFile) => whenOwed(file.node))
  wrap(node_ops, 'setattr', whenOwed)
  wrap(node_ops, 'mknod', () => wal.owes() && settle())
  wrap(node_ops, 'rmdir', () => wal.owes() && settle())
  wrap(node_ops, 'unlink', (parent: FileNode, name: string) => wal.forget(`${NODEFS.realPath(parent)}/${name}`))
  wrap(node_ops, 'rename', (node: FileNode) => wal.forget(NODEFS.realPath(node)))
}
