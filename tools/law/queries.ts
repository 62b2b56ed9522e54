import { sqlClocks } from './clocks.ts'
import type { Finding } from './finding.ts'
import { type Named, namedIn } from './sql-names.ts'
import { lineOf } from './sql-words.ts'

/** One statement as it was sent, from docs/generated/queries.sql. */
export interface Block {
  /** `structure.tree #2` */
  readonly title: string
  readonly module: string
  readonly sql: string
  /** Line of its first word in the file. */
  readonly line: number
}

const HEADING = /^-- ([a-z0-9-]+)\.([a-z0-9-]+) #(\d+)\s*$/
/** Schemas of the kernel that every module may name. The journal is the kernel's too, and open only by its doors. */
const OPEN = ['kernel', 'figures', 'pg_catalog']
const KERNEL = ['kernel', 'figures', 'journal', 'migration', 'pg_catalog']

/** The blocks of the file, each headed by `-- <module>.<capability> #n`; what stands before the first heading is a preface. */
export function blocksOf(file: string): Block[] {
  const blocks: { title: string; module: string; line: number; lines: string[] }[] = []
  file.split('\n').forEach((line, index) => {
    const [, module, capability, n] = HEADING.exec(line) ?? []
    if (module) blocks.push({ title: `${module}.${capability} #${n}`, module, line: index + 2, lines: [] })
    else blocks.at(-1)?.lines.push(line)
  })
  return blocks.map(({ lines, ...block }) => ({ ...block, sql: lines.join('\n') }))
}

/** Every query that names what is not its own, what stands above it, or a lower module's inside; and every query with a clock of its own. */
export function checkQueries(file: string, text: string, order: readonly string[]): Finding[] {
  const blocks = blocksOf(text)
  if (blocks.length === 0)
    return [{ rule: 'queries-are-there', at: file, why: 'no block headed `-- <module>.<capability> #n`' }]
  return blocks.flatMap((block) => {
    const at = (offset: number) => `${file}:${block.line + lineOf(block.sql, offset) - 1} (${block.title})`
    if (block.module !== 'kernel' && !order.includes(block.module))
      return [{ rule: 'queries-have-a-module', at: at(0), why: `there is no module ${block.module}` }]
    const names = namedIn(block.sql, new Set([...order, ...KERNEL])).flatMap((named) => {
      const why = whyNot(named, block.module, order)
      return why ? [{ rule: 'queries-stay-at-home', at: at(named.at), why }] : []
    })
    const clocks = sqlClocks(block.sql, block.module !== 'kernel').map(({ at: offset, why }) => ({
      rule: 'no-clock-in-sql',
      at: at(offset),
      why,
    }))
    return [...names, ...clocks]
  })
}

/** Null where a module's query may name it. */
function whyNot({ schema, name }: Named, module: string, order: readonly string[]): string | null {
  if (schema === null) return `${name} is named without its schema`
  if (schema === module || (module === 'kernel' ? KERNEL : OPEN).includes(schema)) return null
  // Reading the journal is access's own work (design.md 2); nobody else names its tables.
  if (schema === 'journal' && module === 'access') return null
  const own = order.indexOf(module)
  const other = schema === 'journal' ? -1 : order.indexOf(schema)
  if (other < 0 && schema !== 'journal') return `${schema}.${name} lies in no module's schema`
  if (other > own || module === 'kernel') return `${schema} stands above ${module}: ${schema}.${name}`
  return name.startsWith('door_')
    ? null
    : `${schema}.${name} is no door: of ${schema} only ${schema}.door_… may be named`
}
