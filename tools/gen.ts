import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'
import { generateSchema } from './gen/schema.ts'

// npm run gen: everything in the repository that is made from something else.
const engine = await openEmbedded({ folder: null })
await migrate(engine, listMigrations(migrationFolders()))
await generateSchema(engine.db)
await engine.close()
