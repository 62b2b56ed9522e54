import { PlainDate } from '#kernel/contract/dates.ts'
import { isClean } from '../clean-text.rules.ts'
import { lifeOf, type Stretch } from '../timeline.rules.ts'
import type { Blame, Frame } from './contradiction.rules.ts'
import type { History } from './history.contract.ts'

/** Keys are given once and name what is in the file. */
export function checkKeys(history: History, blame: Blame): void {
  const sources = new Set(history.sources.map((source) => source.key))
  const units = new Set(history.acts.flatMap((act) => act.opens.map((open) => open.unit)))
  unique(
    history.sources.map((s) => s.key),
    'sources',
    blame,
  )
  unique(
    history.acts.map((a) => a.key),
    'acts',
    blame,
  )
  unique(
    history.organs.map((o) => `${o.key} ${o.from}`),
    'organs',
    blame,
  )
  unique(
    history.counterparts.map((c) => `${c.key} ${c.from}`),
    'counterparts',
    blame,
  )
  const knowsSource = (at: string, key: string) => sources.has(key) || blame(`${at}.source`, 'unknown_key', key)
  const knowsUnit = (at: string, key: string) => units.has(key) || blame(at, 'unknown_key', key)
  history.acts.forEach((act, i) => {
    knowsSource(`acts[${i}]`, act.source)
    act.opens.forEach((open, j) => {
      if (open.parent !== null) knowsUnit(`acts[${i}].opens[${j}].parent`, open.parent)
    })
    act.changes.forEach((change, j) => {
      knowsUnit(`acts[${i}].changes[${j}].unit`, change.unit)
      if (change.parent) knowsUnit(`acts[${i}].changes[${j}].parent`, change.parent)
    })
    for (const [j, unit] of act.ends.entries()) knowsUnit(`acts[${i}].ends[${j}]`, unit)
    const edges = act.lineage.map(({ from, to }) => `${from} ${to}`)
    act.lineage.forEach(({ from, to }, j) => {
      knowsUnit(`acts[${i}].lineage[${j}].from`, from)
      knowsUnit(`acts[${i}].lineage[${j}].to`, to)
      if (from === to) blame(`acts[${i}].lineage[${j}]`, 'circle', from)
      if (edges.indexOf(`${from} ${to}`) < j) blame(`acts[${i}].lineage[${j}]`, 'twice_the_same_key', `${from} → ${to}`)
    })
  })
  for (const list of ['facts', 'aliases', 'organs', 'counterparts', 'figures'] as const) {
    history[list].forEach((row, i) => {
      knowsUnit(`${list}[${i}].unit`, row.unit)
      knowsSource(`${list}[${i}]`, row.source)
    })
  }
}

function unique(keys: readonly string[], list: string, blame: Blame): void {
  const seen = new Set<string>()
  keys.forEach((key, index) => {
    if (seen.has(key)) blame(`${list}[${index}].key`, 'twice_the_same_key', key)
    seen.add(key)
  })
}

/** Every text of the file is clean, wherever it stands. */
export function checkTexts(value: unknown, blame: Blame, at = ''): void {
  if (typeof value === 'string') {
    if (!isClean(value)) blame(at, 'unclean_text', value.toWellFormed().slice(0, 100))
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkTexts(item, blame, `${at}[${index}]`)
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) checkTexts(item, blame, at === '' ? key : `${at}.${key}`)
  }
}

/** Facts, aliases, organs, counterparts lie in their unit's life, are of a known kind, and do not overlap. */
export function checkBelongings(
  history: History,
  lives: ReadonlyMap<string, readonly Stretch[]>,
  frame: Frame,
  blame: Blame,
): void {
  const within = (at: string, row: { unit: string; from: string; until?: string | undefined }) => {
    const stretches = lives.get(row.unit)
    if (row.until !== undefined && row.until <= row.from) blame(`${at}.until`, 'ends_before_it_begins', row.unit)
    if (!stretches) return
    const life = lifeOf(stretches)
    // Without an end of its own it holds as long as the unit lives.
    if (row.from < life.from || (life.until !== null && (row.from >= life.until || (row.until ?? '') > life.until))) {
      blame(at, 'outside_its_life', row.unit)
    }
  }
  history.facts.forEach((fact, i) => {
    within(`facts[${i}]`, fact)
    if (!frame.hasKind('fact', fact.kind)) blame(`facts[${i}].kind`, 'unknown_kind', fact.kind)
    else if (!frame.factValueFits(fact.kind, fact.value)) blame(`facts[${i}].value`, 'value_does_not_fit', fact.value)
  })
  for (const [i, alias] of history.aliases.entries()) within(`aliases[${i}]`, alias)
  history.organs.forEach((organ, i) => {
    within(`organs[${i}]`, organ)
    if (!frame.hasKind('organ', organ.kind)) blame(`organs[${i}].kind`, 'unknown_kind', organ.kind)
  })
  history.counterparts.forEach((counterpart, i) => {
    within(`counterparts[${i}]`, counterpart)
    if (!frame.hasKind('counterpart', counterpart.kind))
      blame(`counterparts[${i}].kind`, 'unknown_kind', counterpart.kind)
  })
  history.figures.forEach((figure, i) => {
    if (!frame.hasMeasure(figure.measure)) blame(`figures[${i}].measure`, 'unknown_measure', figure.measure)
  })
  noOverlap(
    'facts',
    history.facts.map((fact) => ({ ...fact, key: `${fact.unit} ${fact.kind}` })),
    blame,
  )
  noOverlap(
    'aliases',
    history.aliases.map((alias) => ({ ...alias, key: `${alias.unit} ${alias.name}` })),
    blame,
  )
  noOverlap('organs', history.organs, blame)
  noOverlap('counterparts', history.counterparts, blame)
}

function noOverlap(
  list: string,
  rows: readonly { key: string; from: string; until?: string | undefined }[],
  blame: Blame,
): void {
  const byKey = new Map<string, { from: string; until: string }[]>()
  rows.forEach((row, index) => {
    const entry = { from: row.from, until: row.until ?? '9999-99' }
    const others = byKey.get(row.key)
    if (!others) byKey.set(row.key, [entry])
    else {
      if (others.some((other) => entry.from < other.until && other.from < entry.until))
        blame(`${list}[${index}]`, 'overlapping', row.key)
      others.push(entry)
    }
  })
}

/** Whether a text is a value of a kind of fact. */
export function valueFits(valueType: string, choices: readonly string[], value: string): boolean {
  if (valueType === 'integer') return /^\d{1,9}$/.test(value)
  if (valueType === 'boolean') return value === 'true' || value === 'false'
  if (valueType === 'choice') return choices.includes(value)
  if (valueType === 'date') return PlainDate.safeParse(value).success
  return value.trim() !== ''
}
