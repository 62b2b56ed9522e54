import { typeFacts } from './frame.ts'
import { careless, countable, superiors, type World } from './naive-structure.ts'

interface Asked {
  under?: string | undefined
  levels?: number | undefined
  types?: readonly string[] | undefined
  figure: 'cells' | 'grassroots' | 'direct' | 'below'
  id(key: string): string
}

/** The tree of a world as a list, the slow way: each unit walks up to the top by itself. */
export function naiveTree(world: World, { under, levels, types, figure, id }: Asked) {
  const lineOf = (unit: string) => {
    const line = [...superiors(world, unit), unit]
    return under === undefined ? line : line.slice(line.indexOf(under))
  }
  const inside = [...world.keys()].filter(
    (unit) => under === undefined || [...superiors(world, unit), unit].includes(under),
  )
  const near = inside.filter((unit) => levels === undefined || lineOf(unit).length <= levels + 1)
  const wanted = near.filter((unit) => !types || types.includes(world.get(unit)!.type))
  const shown = near.filter((unit) => wanted.some((other) => lineOf(other).includes(unit)))
  const before = (a: string, b: string) => {
    const [one, two] = [world.get(a)!, world.get(b)!]
    const byRank = typeFacts[one.type]!.rank - typeFacts[two.type]!.rank
    return byRank || byName(one.name, two.name) || (id(a) < id(b) ? -1 : 1)
  }
  // Depth first: two units part where their lines part, and a superior comes before what stands below it.
  shown.sort((a, b) => {
    const [one, two] = [lineOf(a), lineOf(b)]
    const fork = one.findIndex((unit, i) => unit !== two[i])
    if (fork < 0) return -1
    return two[fork] === undefined ? 1 : before(one[fork]!, two[fork])
  })
  return shown.map((unit) => {
    const { name, type, covered, parent } = world.get(unit)!
    return { unit, parent, name, type, figure: beside(world, unit, figure), covered }
  })
}

function beside(world: World, unit: string, figure: Asked['figure']): number | null {
  if (!countable(world, unit, figure === 'direct')) return null
  if (figure === 'direct') return [...world.values()].filter(({ parent }) => parent === unit).length
  return [...world].filter(([other, { type }]) => {
    const facts = typeFacts[type]!
    const counted = figure === 'cells' ? facts.cell : figure === 'grassroots' ? facts.grassroots : facts.party
    return counted && superiors(world, other).includes(unit)
  }).length
}

const collator = new Intl.Collator('vi', { numeric: true })
/** The order of a Vietnamese list, word by word. */
function byName(a: string, b: string): number {
  const [one, two] = [a.split(' '), b.split(' ')]
  for (let i = 0; i < Math.min(one.length, two.length); i++) {
    if (careless(one[i]!) === careless(two[i]!)) continue
    const order = collator.compare(one[i]!, two[i]!)
    if (order !== 0) return order
  }
  return collator.compare(a, b)
}
