/** Draws docs/generated/modules.svg: the storeys of src/modules.ts and what each really imports of those below. `node tools/gen/modules-svg.ts` */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { moduleOrder } from '../../src/modules.ts'
import { readImports, unread } from '../law/imports.ts'

const TARGET = 'docs/generated/modules.svg'

/** An upper module that imports a lower one, and through which doors. */
export interface Arrow {
  readonly from: string
  readonly to: string
  readonly doors: readonly string[]
}

interface Storey {
  readonly name: string
  readonly says: string
}

/** Writes the drawing anew from the tree. Throws when the tree cannot be read as a whole. */
export async function generateModulesDrawing(root: string = process.cwd()): Promise<void> {
  const { modules } = await readImports(root, moduleOrder)
  const [blind] = unread(root, modules)
  if (blind) throw new Error(`${blind.at}: ${blind.why}`)
  const arrows = arrowsOf(
    modules.flatMap(({ source, dependencies }) => dependencies.map(({ resolved }) => [source, resolved] as const)),
  )
  const storeys = moduleOrder.map((name) => ({ name, says: promiseOf(root, name) }))
  mkdirSync(dirname(join(root, TARGET)), { recursive: true })
  writeFileSync(join(root, TARGET), draw(storeys, arrows))
}

/** Imports between modules, one arrow for each pair, in alphabetical order; tests do not count. */
export function arrowsOf(imports: readonly (readonly [from: string, to: string])[]): Arrow[] {
  const doors = new Map<string, Set<string>>()
  for (const [source, target] of imports) {
    const [from, to] = [moduleOf(source), moduleOf(target)]
    if (!from || !to || from === to || source.endsWith('.test.ts')) continue
    const key = `${from} ${to}`
    doors.set(key, (doors.get(key) ?? new Set()).add(target.split('/').slice(3).join('/')))
  }
  return [...doors]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, found]) => {
      const [from = '', to = ''] = key.split(' ')
      return { from, to, doors: [...found].sort() }
    })
}

function moduleOf(file: string): string | undefined {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1]
}

/** The first sentence under the heading of the module's README. */
function promiseOf(root: string, module: string): string {
  const file = join(root, 'src/modules', module, 'README.md')
  if (!existsSync(file)) return ''
  const line = readFileSync(file, 'utf8')
    .split('\n')
    .find((text) => text.trim() !== '' && !text.startsWith('#'))
  const words = (line ?? '').replace(/[*_`]/g, '').trim()
  return words.length > 72 ? `${words.slice(0, 71).trimEnd()}…` : words
}

const BOX = { x: 24, width: 560, height: 52, step: 68 }
const LANE = 26

/** The picture itself: the highest storey on top, arrows at the right, each in a lane as far out as it goes down. */
export function draw(storeys: readonly Storey[], arrows: readonly Arrow[]): string {
  const rows: Storey[] = [
    { name: 'web · api · cli', says: 'three faces of the same contracts' },
    ...[...storeys].reverse(),
    { name: 'kernel', says: 'contract · database · work · journal · outbox · files · text · parts of screens' },
  ]
  const top = (name: string) => 24 + rows.findIndex((row) => row.name === name) * BOX.step
  const right = BOX.x + BOX.width
  const reach = Math.max(0, ...arrows.map(({ from, to }) => (top(to) - top(from)) / BOX.step))
  const width = right + reach * LANE + 48
  const height = 24 + rows.length * BOX.step

  const boxes = rows.map(({ name, says }) => {
    const y = top(name)
    const kind = name === 'kernel' ? 'ground' : storeys.some((storey) => storey.name === name) ? 'storey' : 'face'
    return [
      `  <rect class="${kind}" x="${BOX.x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/>`,
      `  <text class="name" x="${BOX.x + 16}" y="${y + 22}">${escaped(name)}</text>`,
      `  <text class="says" x="${BOX.x + 16}" y="${y + 41}">${escaped(says)}</text>`,
    ].join('\n')
  })
  const lines = arrows.map((arrow) => {
    const [from, to] = [top(arrow.from), top(arrow.to)]
    const siblings = arrows.filter((other) => other.from === arrow.from)
    const leaves = from + 6 + Math.round((siblings.indexOf(arrow) * 26) / siblings.length)
    const arrives = to + BOX.height - 12
    const out = right + (Math.abs(to - from) / BOX.step) * LANE + 16
    const tone = to > from ? 'arrow' : 'arrow wrong'
    return [
      `  <path class="${tone}" d="M${right} ${leaves} C${out} ${leaves} ${out} ${arrives} ${right + 2} ${arrives}" marker-end="url(#head)">`,
      `    <title>${escaped(`${arrow.from} → ${arrow.to} (${arrow.doors.join(', ')})`)}</title>`,
      '  </path>',
    ].join('\n')
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    '  <title>Modules, the lowest at the bottom; an arrow is an import through a door</title>',
    '  <style>',
    '    text { font-family: system-ui, sans-serif; fill: #1f2937 } .name { font-size: 15px; font-weight: 600 } .says { font-size: 12px; fill: #4b5563 }',
    '    rect { stroke: #9ca3af; fill: #fff } .face { fill: #f3f4f6; stroke-dasharray: 4 3 } .ground { fill: #e5e7eb }',
    '    .arrow { fill: none; stroke: #b91c1c; stroke-width: 1.5 } .wrong { stroke-dasharray: 3 3; stroke-width: 3 }',
    '  </style>',
    '  <defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#b91c1c"/></marker></defs>',
    `  <rect x="0" y="0" width="${width}" height="${height}" style="stroke: none"/>`,
    ...boxes,
    ...lines,
    '</svg>',
  ].join('\n')}\n`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

if (import.meta.main) await generateModulesDrawing()
