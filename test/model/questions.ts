import type { InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { figureSeries } from '#modules/structure/figure-series/figure-series.contract.ts'
import type { figures } from '#modules/structure/figures/figures.contract.ts'
import type { find } from '#modules/structure/find/find.contract.ts'
import type { lineage } from '#modules/structure/lineage/lineage.contract.ts'
import type { tree } from '#modules/structure/tree/tree.contract.ts'
import { cardQuestion } from './card-question.ts'
import { measures } from './frame.ts'
import {
  careless,
  countable,
  countsBelow,
  findable,
  lineageFrom,
  measured,
  stretchesOf,
  superiors,
  worldOn,
} from './naive-structure.ts'
import { naiveTree } from './naive-tree.ts'
import { type Question, someDay, unitsOf } from './question.ts'
import { dayAfter } from './random.ts'

const treeQuestion: Question = async (loaded, random) => {
  const asOf = someDay(loaded, random)
  const figure = random.pick(['cells', 'grassroots', 'direct', 'below'] as const)
  const world = worldOn(loaded.history, asOf)
  // The whole tree holds other histories too; it is asked now and then and looked through for ours.
  const under = random.chance(0.85)
    ? random.pick(random.chance(0.7) && world.size > 0 ? [...world.keys()] : unitsOf(loaded))
    : undefined
  const levels = random.chance(0.3) ? random.int(0, 3) : undefined
  const types = random.chance(0.3)
    ? [random.pick(['chi_bo', 'dang_bo_co_so', 'chi_bo_co_so', 'to_dang', 'lien_chi'])]
    : undefined
  const question = {
    asOf,
    figure,
    ...(under ? { under: loaded.id(under) } : {}),
    ...(levels === undefined ? {} : { levels }),
    ...(types ? { types } : {}),
  }
  const answer = await loaded.ask<OutputOf<typeof tree>>('structure.tree', question)
  const units = answer.units.flatMap(({ id, parentId, illustrative: _, figureInvented: __, ...rest }) =>
    loaded.key(id) === undefined ? [] : [{ unit: loaded.key(id), parent: parentId && loaded.key(parentId), ...rest }],
  )
  return {
    question: { ...question, under },
    product: units,
    model: naiveTree(world, { under, levels, types, figure, id: loaded.id }),
  }
}

const lineageQuestion: Question = async (loaded, random) => {
  const unit = random.pick(unitsOf(loaded))
  const direction = random.pick(['back', 'on', 'both'] as const)
  const steps = random.chance(0.5) ? random.int(1, 3) : 50
  const input: InputOf<typeof lineage> = { unitId: loaded.id(unit), direction, steps }
  const answer = await loaded.ask<OutputOf<typeof lineage>>('structure.lineage', input)
  const lives = (units: readonly string[]) =>
    [...new Set(units)].sort().map((key) => {
      const stretches = stretchesOf(loaded.history, key)
      return [key, stretches[0]!.from, stretches.at(-1)!.until]
    })
  const edges = new Set(
    (['back', 'on'] as const)
      .filter((d) => direction === 'both' || d === direction)
      .flatMap((d) => [...lineageFrom(loaded.history, unit, d, steps)]),
  )
  const byId = new Map(loaded.history.acts.map((act) => [loaded.actId(act.key), act.key]))
  return {
    question: { lineage: unit, direction, steps },
    product: {
      edges: answer.edges.map((e) => `${loaded.key(e.from)} ${loaded.key(e.to)} ${byId.get(e.actId)}`).sort(),
      units: answer.units.map((u) => [loaded.key(u.id), u.life.from, u.life.until]).sort(),
      acts: answer.acts.map((act) => byId.get(act.id)).sort(),
    },
    model: {
      edges: [...edges].sort(),
      units: lives([unit, ...[...edges].flatMap((edge) => edge.split(' ').slice(0, 2))]).sort(),
      acts: [...new Set([...edges].map((edge) => edge.split(' ')[2]))].sort(),
    },
  }
}

const figuresQuestion: Question = async (loaded, random) => {
  const unit = random.pick(unitsOf(loaded))
  const asOf = someDay(loaded, random)
  const answer = await loaded.ask<OutputOf<typeof figures>>('structure.figures', { unitId: loaded.id(unit), asOf })
  const world = worldOn(loaded.history, asOf)
  const known = Object.keys(measures).sort()
  const stated = loaded.history.figures
    .filter((figure) => figure.unit === unit)
    .map((figure) => {
      const computed = measured(worldOn(loaded.history, figure.asOf.on), unit, measures[figure.measure]!)
      return [figure.measure, figure.value, computed, computed === null ? null : computed - figure.value]
    })
  return {
    question: { figures: unit, asOf },
    product: {
      byType: answer.byType.map((c) => [c.type, c.direct, c.below]).sort(),
      measures: answer.measures
        .filter((m) => m.measure in measures)
        .map((m) => [m.measure, m.computed])
        .sort(),
      published: answer.published.map((f) => [f.measure, f.value, f.computed, f.difference]),
    },
    model: {
      byType: [...countsBelow(world, unit)]
        .map(([type, c]) => [
          type,
          countable(world, unit, true) ? c.direct : null,
          countable(world, unit, false) ? c.below : null,
        ])
        .sort(),
      measures: known.map((measure) => [measure, measured(world, unit, measures[measure]!)]),
      published: stated,
    },
  }
}

const seriesQuestion: Question = async (loaded, random) => {
  const unit = random.pick(unitsOf(loaded))
  const measure = random.pick(Object.keys(measures))
  const from = someDay(loaded, random)
  const every = random.pick(['year', 'month'] as const)
  const until = dayAfter(from, random.int(0, every === 'year' ? 8000 : 900))
  const answer = await loaded.ask<OutputOf<typeof figureSeries>>('structure.figure-series', {
    unitId: loaded.id(unit),
    measure,
    from,
    until,
    every,
  })
  const days: string[] = []
  for (let day = from; day <= until; day = dayAfter(day, 1)) {
    const ends = every === 'year' ? day.endsWith('-12-31') : dayAfter(day, 1).endsWith('-01')
    if (day === from || day === until || ends) days.push(day)
  }
  return {
    question: { series: unit, measure, from, until, every },
    product: answer.points.map(({ on, value }) => [on, value]),
    model: days.map((on) => [on, measured(worldOn(loaded.history, on), unit, measures[measure]!)]),
  }
}

const findQuestion: Question = async (loaded, random) => {
  const { history } = loaded
  const asOf = someDay(loaded, random)
  const said = [
    ...history.acts.flatMap((act) => [...act.opens, ...act.changes].flatMap((c) => [c.name ?? '', c.shortName ?? ''])),
    ...history.aliases.map((a) => a.name),
    ...history.organs.flatMap((organ) => [organ.name, ...(organ.aliases ?? [])]),
  ]
  const symbols = history.facts.filter((f) => f.kind === 'document_symbol').map((f) => f.value)
  const words = random.pick(said.filter(Boolean)).split(' ')
  const some = [...words.filter((word) => word !== history.name && random.chance(0.6)), history.name]
  const text =
    random.chance(0.15) && symbols.length > 0
      ? random.pick([random.pick(symbols), careless(random.pick(symbols)).replace('-', ' ')])
      : random.chance(0.5)
        ? careless(some.join(' '))
        : some.reverse().join('  ')
  const world = worldOn(history, asOf)
  const under = random.chance(0.3) ? random.pick(unitsOf(loaded)) : undefined
  const answer = await loaded.ask<OutputOf<typeof find>>('structure.find', {
    text,
    asOf,
    limit: 100,
    ...(under ? { under: loaded.id(under) } : {}),
  })
  const hits = [...findable(history, text)].filter(
    (unit) => !under || (world.has(unit) && (unit === under || superiors(world, unit).includes(under))),
  )
  const nameOn = (unit: string) => {
    const stretches = stretchesOf(history, unit)
    return (world.get(unit) ?? (asOf < stretches[0]!.from ? stretches[0]! : stretches.at(-1)!)).name
  }
  const alive = answer.units.map((u) => u.alive)
  return {
    question: { find: text, asOf, under },
    product: {
      units: answer.units.map((u) => [loaded.key(u.id), u.name, u.alive]).sort(),
      more: answer.more,
      aliveFirst: alive.lastIndexOf(true) <= alive.filter(Boolean).length - 1,
    },
    model: { units: hits.map((unit) => [unit, nameOn(unit), world.has(unit)]).sort(), more: false, aliveFirst: true },
  }
}

/** The kinds of question; each is asked equally often. */
export const questions: Readonly<Record<string, Question>> = {
  tree: treeQuestion,
  card: cardQuestion,
  lineage: lineageQuestion,
  figures: figuresQuestion,
  series: seriesQuestion,
  find: findQuestion,
}
