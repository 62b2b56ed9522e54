import { writeFileSync } from 'node:fs'
import { openEmbedded } from '#kernel/db/embedded/open.ts'
import { migrationFolders } from '#kernel/db/folders.ts'
import { listMigrations, migrate } from '#kernel/db/migrate.ts'
import { openApi } from '#kernel/server/openapi.ts'
import { generateCapabilities } from './gen/capabilities.ts'
import { generateHistorySchema } from './gen/history-schema.ts'
import { generateModulesDrawing } from './gen/modules-svg.ts'
import { generateQueries } from './gen/queries.ts'
import { generateSchema } from './gen/schema.ts'

// npm run gen: everything in the repository that is made from something else.
const engine = await openEmbedded({ folder: null })
await migrate(engine, listMigrations(migrationFolders()))
await generateSchema(engine.db)
const { modules } = await generateQueries(engine)
generateCapabilities(modules)
const description = openApi(modules, new Map(modules.map((module) => [module.name, module.texts])))
writeFileSync(new URL('../docs/generated/openapi.json', import.meta.url), `${JSON.stringify(description, null, 1)}\n`)
generateHistorySchema()
await generateModulesDrawing()
await engine.close()
