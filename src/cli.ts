import { readFileSync } from 'node:fs'
import { type Asked, readArguments } from '#kernel/cli/arguments.ts'
import { ask, Refused } from '#kernel/cli/ask.ts'
import { CannotStart } from '#kernel/db/engine.ts'
import { backUp, restoreFrom } from './start/backup-commands.ts'
import { endWith, languageOfConsole, sayOnConsole } from './start/console.ts'
import { readEnvironment } from './start/environment.ts'

const usage = {
  vi: `lienchi <chức năng> '<json>'              gọi một chức năng của hệ thống đang chạy ('@tệp' đọc từ tệp)
lienchi backup <tệp> [--rows] [--force]   sao lưu toàn bộ (--rows: để chuyển từ cơ sở dữ liệu nhúng sang PostgreSQL; --force: ghi đè tệp đã có)
lienchi restore <tệp>                     khôi phục từ bản sao lưu

Hệ thống đang chạy: LIENCHI_URL, hoặc HOST và PORT (mặc định http://127.0.0.1:8420).
Người hỏi: LIENCHI_USER, LIENCHI_PASSWORD; bản minh hoạ thì không cần.
Sao lưu, khôi phục: LIENCHI_DATA (mặc định .data; bản minh hoạ: .demo), hoặc DATABASE_URL và DATABASE_OWNER_URL.
Danh sách chức năng: docs/generated/capabilities.md
`,
  en: `lienchi <capability> '<json>'              ask a capability of the running product ('@file' reads a file)
lienchi backup <file> [--rows] [--force]   back everything up (--rows: to move from the embedded database to PostgreSQL; --force: over a file that is there)
lienchi restore <file>                     restore a backup

The running product: LIENCHI_URL, or HOST and PORT (http://127.0.0.1:8420 unless told).
Who asks: LIENCHI_USER, LIENCHI_PASSWORD; not needed on the demo.
Backup and restore: LIENCHI_DATA (.data unless told; of the demo: .demo), or DATABASE_URL and DATABASE_OWNER_URL.
The list of capabilities: docs/generated/capabilities.md
`,
}

/** The command line: a third face of the same contracts. Ends with 0, 1 (refused, with a sentence) or 2 (the line fits no usage). */
async function main(asked: Asked | null): Promise<void> {
  const language = languageOfConsole()
  if (!asked) {
    process.stderr.write(usage[language])
    process.exitCode = 2
  } else if (asked.what === 'help') process.stdout.write(usage[language])
  else if (asked.what === 'backup') await backUp(asked)
  else if (asked.what === 'restore') await restoreFrom(asked.file)
  else {
    const { LIENCHI_USER: username, LIENCHI_PASSWORD: password = '' } = process.env
    const person = username ? { username, password } : undefined
    const connection = { url: readEnvironment('start').baseUrl, person, language, say: sayOnConsole }
    const answer = await ask(connection, asked.capability, readJson(asked.input))
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  }
}

function readJson(argument: string): unknown {
  const file = argument.startsWith('@') ? argument.slice(1) : null
  const text = file === null ? argument : readText(file)
  try {
    return JSON.parse(text)
  } catch {
    throw new CannotStart(
      `Nội dung gửi đi không đọc được (không phải JSON)${file === null ? '' : `: ${file}`}.`,
      `The input cannot be read (it is not JSON)${file === null ? '' : `: ${file}`}.`,
    )
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOENT'
      ? new CannotStart(`Không có tệp ${file}.`, `There is no file ${file}.`)
      : new CannotStart(`Không đọc được tệp ${file} (${code}).`, `The file ${file} cannot be read (${code}).`)
  }
}

main(readArguments(process.argv.slice(2))).catch((error: unknown) => {
  if (!(error instanceof Refused)) endWith(error)
  sayOnConsole(error.message)
  process.exit(1)
})
