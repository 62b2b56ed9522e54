import { measures } from './frame.ts'
import { stretchesOf } from './naive-structure.ts'
import { dayBetween } from './random.ts'
import type { Make } from './random-acts.ts'

/** Gives some units of a history facts, aliases, organs, counterparts and figures, each within its unit's life. */
export function addBelongings(make: Make): void {
  const { random, history, file } = make
  const units = [...new Set(history.acts.flatMap((act) => act.opens.map((open) => open.unit)))]
  for (const unit of units) {
    const stretches = stretchesOf(history, unit)
    const [first, last] = [stretches[0]!, stretches.at(-1)!]
    const during = () => {
      const from = dayBetween(
        random,
        first.from,
        last.until ? dayBetween(random, first.from, dayBefore(last.until)) : '2025-12-01',
      )
      const until = dayBetween(random, from, last.until ?? '2026-03-01')
      return { unit, from, ...(until > from && random.chance(0.6) ? { until } : {}), source: 's.own' }
    }
    if (random.chance(0.3))
      history.facts.push({ ...during(), kind: 'document_symbol', value: `ĐU${unit.toUpperCase()}-${file}` })
    if (random.chance(0.2))
      history.facts.push({ ...during(), kind: 'fulltime_staff', value: String(random.int(0, 20)) })
    if (random.chance(0.2)) history.facts.push({ ...during(), kind: 'place', value: 'Viêng Chăn' })
    if (random.chance(0.3)) history.aliases.push({ ...during(), name: `Bí danh Ngoại nước ${unit} ${file}` })
    if (random.chance(0.1)) {
      const aliases = random.chance(0.5) ? [`Văn phòng Đảng uỷ ${unit} ${file}`] : []
      history.organs.push({ ...during(), key: `o.${unit}`, kind: 'van_phong', name: `Phòng Hậu cần ${file}`, aliases })
    }
    if (random.chance(0.3)) {
      const on = dayBetween(random, first.from, last.until ?? '2025-12-31')
      const measure = random.pick(Object.keys(measures))
      history.figures.push({
        unit,
        measure,
        value: random.int(0, 30),
        asOf: { on, precision: 'day' },
        definition: { vi: 'Theo nguồn', en: 'As the source has it' },
        source: 's.own',
      })
    }
  }
}

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
