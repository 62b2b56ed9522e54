import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../engine.ts'

/** Names of the lock's two files inside the data folder: the lock itself, and who holds it. */
export const lockFile = 'lock'
export const holderFile = 'holder.json'

/**
 * Takes the data folder for this process alone; returns the function that gives it back.
 *
 * The lock is one the operating system holds (through SQLite, which knows how on every system): it ends with the process however
 * that dies, so there is no stale lock, no recycled process number, and no mistake between containers that share a volume and each
 * see a process 1. `holder.json` only says who: process number and start time, for the sentence.
 * Nothing else in this process may open and close the file `lock`: that would drop the lock (POSIX).
 */
export function takeLock(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, lockFile), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== 5) throw error
    const { pid, started } = readHolder(folder)
    const since = momentHere(started)
    throw new CannotStart(
      `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} sử dụng (chạy từ ${since}). Hãy dừng tiến trình đó trước.`,
      `The data folder ${folder} is in use by process ${pid} (running since ${since}). Stop that process first.`,
    )
  }
  const started = new Date(Date.now() - process.uptime() * 1000).toISOString()
  writeFileSync(join(folder, holderFile), JSON.stringify({ pid: process.pid, started }))
  return () => lock.close()
}

function readHolder(folder: string): { pid: number | '?'; started: string } {
  try {
    return JSON.parse(readFileSync(join(folder, holderFile), 'utf8'))
  } catch {
    return { pid: '?', started: '?' }
  }
}

/** An instant as a person reads it, by this machine's own clock and zone: 15/01/2024 09:05. */
function momentHere(instant: string): string {
  const moment = new Date(instant)
  if (Number.isNaN(moment.getTime())) return '?'
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(moment.getDate())}/${two(moment.getMonth() + 1)}/${moment.getFullYear()}`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}
