import { randomUUID } from 'node:crypto'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { json } from '#kernel/db/fragments.ts'
import { listMigrations, type Migration, migrate } from '#kernel/db/migrate.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import { perform } from '#kernel/server/perform.ts'
import { actorWith } from '#kernel/server/ports.ts'
import { assemble, type Product, readRoles, readTerms } from '#src/product.ts'

/** The product of this test worker: one database for all its files, each test founding its own branch in it. */
export interface Harness {
  readonly product: Product
  readonly engine: Engine
  /** Runs a capability as the founder, who may everything; for preparing, never for what a test is about. */
  found(capability: string, input: unknown): Promise<unknown>
}

/** The business day of all tests. */
export const testToday = '2024-01-15'

/** The password of every account that a test makes. */
export const testPassword = 'mot-mat-khau-thu'

let opened: Promise<Harness> | undefined

/** The harness of this worker; on PostgreSQL where `npm run test:pg` has started one, on the embedded engine otherwise. */
export function harness(): Promise<Harness> {
  opened ??= openHarness()
  return opened
}

/** A product with a database of its own, for what would weigh on every test after it; whoever opens it closes its engine. */
export async function openHarness(): Promise<Harness> {
  const engine = await openMigrated()
  const product = assemble({
    engine,
    secret: 'a secret for tests only, of enough length',
    baseUrl: 'http://lienchi.test',
    webFolder: null,
    alarm: (error, where) => console.error('alarm', where, error),
  })
  const found = founderOf(product)
  await engine.db
    .insertInto('kernel.setting')
    .values({ key: 'clock', value: json({ zone: 'Asia/Ho_Chi_Minh', today: testToday, demo: true }) })
    .execute()
  product.kernel.settingsChanged()
  await found('structure.load-terms', { terms: readTerms() })
  await found('access.load-roles', { file: readRoles() })
  await engine.db
    .insertInto('kernel.setting')
    .values({ key: 'organisation', value: json({ unitId: randomUUID() }) })
    .execute()
  return { product, engine, found }
}

/** A migrated database that nobody else uses: of the worker's own, or of one test that needs it fresh and closes it. */
export async function openMigrated(): Promise<Engine> {
  const database = await emptyDatabase()
  await database.migrate(listMigrations(migrationFolders()))
  return database.use()
}

/** An empty database that nobody else uses. */
export interface EmptyDatabase {
  /** The login that owns what migrations make. */
  readonly owner: Engine
  migrate(migrations: readonly Migration[]): Promise<unknown>
  /** Ends the owner's part: the engine of the product, whose login owns nothing on PostgreSQL. Whoever takes it closes it. */
  use(): Promise<Engine>
}

/** Makes one: on PostgreSQL where `npm run test:pg` has started one, in memory otherwise. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL
  if (adminUrl) return emptyOnServer(adminUrl)
  const engine = await openEmbedded({ folder: null })
  return { owner: engine, migrate: (migrations) => migrate(engine, migrations), use: async () => engine }
}

async function emptyOnServer(adminUrl: string): Promise<EmptyDatabase> {
  const name = `lienchi_${randomUUID().slice(0, 8)}`
  const admin = await openPostgres({ url: adminUrl, max: 1 })
  await admin.exclusive((client) => client.query(`create database ${name}`))
  await admin.exclusive((client) =>
    client.query(
      `do $$ begin create role lienchi_app login; exception when duplicate_object or unique_violation then null; end $$`,
    ),
  )
  await admin.close()
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const owner = await openPostgres({ url: url.href, max: 1 })
  return {
    owner,
    migrate: (migrations) => migrate(owner, migrations, 'lienchi_app'),
    use: async () => {
      await owner.close()
      url.username = 'lienchi_app'
      url.password = ''
      return openPostgres({ url: url.href, max: 8 })
    },
  }
}

const founder = actorWith({
  accountId: '00000000-0000-8000-8000-00000000f0f0',
  displayName: 'Người dựng dữ liệu thử',
  capacity: 'thử',
  grants: [
    { id: '00000000-0000-8000-8000-00000000f0f1', role: 'administrator', verbs: ['*'], unitId: null, reach: 'below' },
  ],
})

function founderOf(product: Product) {
  const handlers = new Map(
    product.modules.flatMap((module) => module.handlers.map((h) => [h.contract.name, h] as const)),
  )
  return (capability: string, input: unknown) => {
    const handler = handlers.get(capability)
    if (!handler) throw new Error(`no capability ${capability}`)
    return perform(product.kernel, { handler, actor: founder, input, headers: new Headers(), answer: new Headers() })
  }
}
