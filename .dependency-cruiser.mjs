// The import law for the `depcruise` command and editors. `npm run check` asks tools/law/imports.ts, which also fails on a tree it cannot read.
import { moduleOrder } from './src/modules.ts'
import { cruiseOptions, importRules } from './tools/law/import-rules.ts'

export default { forbidden: importRules(moduleOrder), options: cruiseOptions }
