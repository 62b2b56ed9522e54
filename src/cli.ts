import { readFileSync } from 'node:fs'
import { ask, type Connection, Refused } from '#kernel/cli/ask.ts'
import { CannotStart } from '#kernel/db/engine.ts'
import { backUp, restoreFrom } from './start/backup-commands.ts'
import { languageOfConsole, sayOnConsole } from './start/console.ts'

const usage = {
  vi: `lienchi <chức năng> '<json>'      gọi một chức năng của hệ thống đang chạy ('@tệp' đọc từ tệp)
lienchi backup <tệp> [--rows]     sao lưu toàn bộ (--rows: để chuyển từ cơ sở dữ liệu nhúng sang PostgreSQL)
lienchi restore <tệp>             khôi phục từ bản sao lưu

LIENCHI_URL (mặc định http://127.0.0.1:8420), LIENCHI_USER, LIENCHI_PASSWORD; LIENCHI_DATA hoặc DATABASE_URL cho sao lưu.
Danh sách chức năng: docs/generated/capabilities.md`,
  en: `lienchi <capability> '<json>'     ask a capability of the running product ('@file' reads a file)
lienchi backup <file> [--rows]    back everything up (--rows: to move from the embedded database to PostgreSQL)
lienchi restore <file>            restore a backup

LIENCHI_URL (http://127.0.0.1:8420 unless told), LIENCHI_USER, LIENCHI_PASSWORD; LIENCHI_DATA or DATABASE_URL for backups.
The list of capabilities: docs/generated/capabilities.md`,
}

/** The command line: a third face of the same contracts. */
async function main([what, argument, how]: string[]): Promise<void> {
  const language = languageOfConsole()
  if (!what) return sayOnConsole(usage[language])
  if (what === 'backup' || what === 'restore') {
    if (!argument) return sayOnConsole(usage[language])
    return what === 'backup' ? backUp(argument, how === '--rows') : restoreFrom(argument)
  }
  const connection: Connection = {
    url: process.env.LIENCHI_URL ?? 'http://127.0.0.1:8420',
    username: process.env.LIENCHI_USER,
    password: process.env.LIENCHI_PASSWORD,
    language,
  }
  process.stdout.write(`${JSON.stringify(await ask(connection, what, readJson(argument)), null, 2)}\n`)
}

function readJson(argument: string | undefined): unknown {
  try {
    return JSON.parse(argument?.startsWith('@') ? readFileSync(argument.slice(1), 'utf8') : (argument ?? '{}'))
  } catch {
    throw new CannotStart(
      'Nội dung gửi đi không đọc được (không phải JSON).',
      'The input cannot be read (it is not JSON).',
    )
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const known =
    error instanceof CannotStart ? error.sentence[languageOfConsole()] : error instanceof Refused ? error.message : null
  if (known === null) console.error(error)
  else sayOnConsole(known)
  process.exit(1)
})
