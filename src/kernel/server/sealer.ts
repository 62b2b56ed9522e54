import type { Engine } from '../db/engine.ts'
import { sealEverything } from './seal.ts'
import type { SealFile } from './seal-file.ts'
import type { SealWatch } from './seal-watch.ts'

/** What seals the journal by itself. */
export interface Sealer {
  /** Seals now; what goes wrong raises the alarm and is tried again. */
  seal(): Promise<void>
  /** Begins to seal at intervals. */
  start(): void
  /** Ends it, after the sealing that is under way. */
  stop(): Promise<void>
}

/** What a sealer needs. */
export interface Sealing {
  readonly engine: Engine
  /** The first signs. */
  readonly keys: readonly string[]
  readonly file: SealFile
  readonly watch: SealWatch
  readonly everySeconds: number
  readonly alarm: (error: unknown, where: string) => void
}

/** Makes it. The seal file is brought up before and after: a crash between commit and file loses no line. */
export function makeSealer({ engine, keys, file, watch, everySeconds, alarm }: Sealing): Sealer {
  let under: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function once(): Promise<void> {
    try {
      await file.catchUp(engine)
      await sealEverything(engine, keys)
      await file.catchUp(engine)
      watch.tried(true)
    } catch (error) {
      watch.tried(false)
      if (!stopped) alarm(error, 'seal')
    }
    await watch.look().catch((error) => {
      if (!stopped) alarm(error, 'seal')
    })
  }

  function seal(): Promise<void> {
    under ??= once().finally(() => {
      under = undefined
    })
    return under
  }

  return {
    seal,
    start() {
      timer = setInterval(() => void seal(), everySeconds * 1000)
      timer.unref()
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      await under
    },
  }
}
