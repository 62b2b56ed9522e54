/** Writes data/bloc/history.json and ending.json: the facts of data/bloc/*.ts and what tools/bloc invents below them. `node tools/bloc/generate.ts` */
import { writeFileSync } from 'node:fs'
import { actsToTheFounding } from '#data/bloc/facts.ts'
import { actsOfTheBloc, aliases, facts, organs } from '#data/bloc/facts-later.ts'
import { figures } from '#data/bloc/figures.ts'
import { sources } from '#data/bloc/sources.ts'
import { History } from '#modules/structure/load-history/history.contract.ts'
import { inventedFacts, inventedOrgans } from './attributes.ts'
import { inventedCounterparts } from './counterparts.ts'
import { draftOfTheEnding } from './ending.ts'
import { invent } from './invent.ts'
import { written } from './write.ts'

const w = invent()
const between = [...actsOfTheBloc, ...w.acts].sort((a, b) =>
  a.effective.on < b.effective.on ? -1 : a.effective.on > b.effective.on ? 1 : 0,
)
const history = {
  format: 'lienchi-history/1' as const,
  name: 'bloc',
  title: {
    vi: 'Đảng bộ Khối các cơ quan Trung ương, 1948-2024: dữ kiện có nguồn và dữ liệu minh hoạ',
    en: 'The Bloc of the central organs, 1948 to 2024: sourced facts and illustrative data',
  },
  sources,
  acts: [...actsToTheFounding, ...between],
  facts: [...(facts ?? []), ...inventedFacts(w)],
  aliases: aliases ?? [],
  organs: [...(organs ?? []), ...inventedOrgans(w)],
  counterparts: inventedCounterparts(w),
  figures,
}
History.parse(history)
const text = written(history)
const file = (name: string) => new URL(`../../data/bloc/${name}`, import.meta.url)
writeFileSync(file('history.json'), text)
writeFileSync(file('ending.json'), `${JSON.stringify(draftOfTheEnding(w), null, 2)}\n`)
console.log(
  `${history.acts.length} acts, ${w.units.size} units invented, ${(text.length / 1e6).toFixed(1)} million characters`,
)
