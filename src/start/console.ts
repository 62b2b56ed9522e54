import type { Language } from '#kernel/contract/text.ts'
import { CannotStart } from '#kernel/db/engine.ts'

/** Vietnamese unless the environment's language is English. */
export function languageOfConsole(): Language {
  const asked = process.env.LIENCHI_LANGUAGE ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return asked.startsWith('en') ? 'en' : 'vi'
}

/** A line for the person at the console. */
export function sayOnConsole(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Ends the process with code 1: one sentence for what keeps the product from starting, everything for what nobody foresaw. */
export function endWith(error: unknown): never {
  if (error instanceof CannotStart) sayOnConsole(error.sentence[languageOfConsole()])
  else console.error(error)
  process.exit(1)
}
