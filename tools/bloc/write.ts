type Json = unknown

const short = (value: Json) => JSON.stringify(value)

/** Lists of an act that are written one entry to a line. */
const long = new Set(['opens', 'changes', 'ends', 'lineage'])

/** One act: its head on one line, then each unit it opens, changes or ends on a line of its own; empty lists are left out. */
function act(value: Record<string, Json>): string {
  const head = Object.entries(value).filter(([key]) => !long.has(key))
  const lists = Object.entries(value).filter(([key, list]) => long.has(key) && (list as Json[]).length > 0)
  const begin = head.map(([key, v]) => `${short(key)}:${short(v)}`).join(',')
  const rest = lists.map(([key, list]) => `,\n${short(key)}:[\n${(list as Json[]).map(short).join(',\n')}]`)
  return `{${begin}${rest.join('')}}`
}

/** A history as JSON of one record per line, so that a difference between two versions can be read. */
export function written(history: Record<string, Json>): string {
  const parts = Object.entries(history).map(([key, value]) => {
    if (!Array.isArray(value)) return `${short(key)}:${short(value)}`
    const lines = value.map((item) => (key === 'acts' ? act(item as Record<string, Json>) : short(item)))
    return `${short(key)}:[\n${lines.join(',\n')}\n]`
  })
  return `{${parts.join(',\n')}}\n`
}
