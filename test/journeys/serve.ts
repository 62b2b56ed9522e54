import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'
import { makeRelay } from '#kernel/server/relay.ts'
import { fillDemo } from '#src/demo/fill.ts'
import { demoPeople } from '#src/demo/people.ts'
import { assemble, builtScreens, type Product } from '#src/product.ts'
import { listen } from '#src/start/listen.ts'

/** A product that answers on a port of this process. */
export interface Served {
  readonly origin: string
  readonly product: Product
  readonly close: () => Promise<void>
}

/** One-time set-up code of a product served without the demo. */
export const setUpCode = 'MA-THIET-LAP'

/** Serves a product on a fresh in-memory database: the filled demo, or one that is not set up. WEB_FOLDER names other screens than dist/web. */
export async function serve(kind: 'demo' | 'fresh'): Promise<Served> {
  const webFolder = process.env.WEB_FOLDER ?? builtScreens()
  if (!webFolder) throw new Error('no screens in dist/web: run `node tools/build.ts` first')
  const engine = await openEmbedded({ folder: null })
  await migrate(engine, listMigrations(migrationFolders()))
  const door = await listen('127.0.0.1', 0)
  let wake = () => {}
  const alarm = (error: unknown, where: string) => console.error('alarm', where, error)
  const product = assemble({
    engine,
    secret: 'a secret for journeys only, of enough length',
    baseUrl: door.address,
    webFolder,
    setUpCode,
    demoPeople: kind === 'demo' ? demoPeople : [],
    wake: () => wake(),
    alarm,
  })
  if (kind === 'demo') await fillDemo(product)
  door.open(product.app.fetch)
  // Jobs as they come, without a queue: what a person sees is the same.
  const jobs = new Map(product.modules.flatMap((module) => module.jobs ?? []).map((job) => [job.name, job]))
  const relay = makeRelay(
    engine,
    async (_id, job, payload) => jobs.get(job)?.run(payload),
    alarm,
    () => true,
  )
  wake = relay.wake
  return {
    origin: door.address,
    product,
    close: async () => {
      relay.stop()
      await door.close()
      await engine.close()
    },
  }
}
