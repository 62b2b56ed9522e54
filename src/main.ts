import { enableCompileCache } from 'node:module'
import { CannotStart } from '#kernel/db/engine.ts'
import { endWith } from './start/console.ts'
import type { Mode } from './start/environment.ts'

enableCompileCache()

const modes: readonly Mode[] = ['start', 'demo']

/** `node src/main.ts start|demo`: one clear sentence and exit code 1 for whoever cannot start. */
async function main(): Promise<void> {
  const mode = (process.argv[2] ?? 'start') as Mode
  if (!modes.includes(mode)) throw new CannotStart(`Không có chế độ ${mode}.`, `There is no mode ${mode}.`)
  const { run } = await import('./start/run.ts')
  await run(mode)
}

main().catch(endWith)
