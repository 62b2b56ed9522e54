import type { History } from '#modules/structure/load-history/history.contract.ts'
import { holds, type Life, type Replayed, type Version } from './replay.ts'
import type { Structure } from './structure-read.ts'

const never = '9999-12-31'
const end = (p: { until?: string | undefined }) => p.until ?? never

/** Everything that the database would refuse, and what it could not see: all contradictions of a history, as sentences. */
export function contradictions(history: History, replayed: Replayed, structure: Structure): string[] {
  const all = [...replayed.versions.values()].flat()
  return [
    ...replayed.faults,
    ...all.flatMap((v) => parentFaults(v, replayed)),
    ...circles(replayed),
    ...all.flatMap((v) => typeFaults(v, replayed, structure)),
    ...names(all),
    ...sourcesAndKinds(history, structure),
    ...periods(history, replayed.lives),
    ...recorded(history),
  ]
}

function parentFaults(v: Version, { lives }: Replayed): string[] {
  if (v.parent === null) return []
  const life = lives.get(v.parent)
  if (!life) return [`${v.unit} stands under ${v.parent}, which never lived`]
  const within = life.from <= v.from && end(v) <= end(life)
  return within
    ? []
    : [`${v.unit} stands under ${v.parent} from ${v.from} to ${v.until ?? 'now'}, longer than that lives`]
}

/** A circle can only begin where something changes parents. */
function circles({ versions }: Replayed): string[] {
  const at = (unit: string, day: string) => versions.get(unit)?.find((v) => holds(v, day))
  const faults: string[] = []
  for (const list of versions.values())
    for (const v of list) {
      const seen = new Set([v.unit])
      for (let up = v.parent; up !== null; up = at(up, v.from)?.parent ?? null) {
        if (seen.has(up)) {
          faults.push(`${v.unit} stands under itself on ${v.from}`)
          break
        }
        seen.add(up)
      }
    }
  return faults
}

function typeFaults(v: Version, { versions }: Replayed, { types }: Structure): string[] {
  const entries = types.filter((t) => t.code === v.type)
  const described = entries.some((t) => holds(t, v.from)) && entries.some((t) => end(t) >= end(v))
  if (!described) return [`${v.unit}: type ${v.type} is not described from ${v.from} to ${v.until ?? 'now'}`]
  if (v.parent === null) return entries.some((t) => t.may_be_root) ? [] : [`${v.unit}: ${v.type} may not be a root`]
  const above = (versions.get(v.parent) ?? []).filter((p) => p.from < end(v) && v.from < end(p))
  return above
    .filter((p) => !entries.some((t) => t.under.some((u) => u.type === p.type)))
    .map((p) => `${v.unit}: ${v.type} may not stand under ${p.type} (${v.parent})`)
}

/** Two children of one parent with one name on one day. */
function names(all: Version[]): string[] {
  const groups = new Map<string, Version[]>()
  for (const v of all) {
    const key = `${v.parent} ${v.name}`
    groups.set(key, [...(groups.get(key) ?? []), v])
  }
  return [...groups.values()].flatMap((list) =>
    list.flatMap((a, i) =>
      list
        .slice(i + 1)
        .filter((b) => a.unit !== b.unit && a.from < end(b) && b.from < end(a))
        .map((b) => `${a.unit} and ${b.unit} are both "${a.name}"`),
    ),
  )
}

function sourcesAndKinds(history: History, structure: Structure): string[] {
  const sources = new Set(history.sources.map((s) => s.key))
  const cited = [
    history.acts,
    history.facts,
    history.aliases,
    history.organs,
    history.counterparts,
    history.figures,
  ].flat()
  const faults = cited.filter((c) => !sources.has(c.source)).map((c) => `unknown source ${c.source}`)
  const keys = [...history.acts, ...history.organs, ...history.counterparts].map((c) => c.key)
  if (new Set(keys).size !== keys.length) faults.push('a key is used twice')
  const missing = (list: { code: string }[], kind: string) => !list.some((k) => k.code === kind)
  for (const o of history.organs) if (missing(structure.organs, o.kind)) faults.push(`unknown kind of organ ${o.kind}`)
  for (const c of history.counterparts)
    if (missing(structure.counterparts, c.kind)) faults.push(`unknown kind of counterpart ${c.kind}`)
  for (const f of history.figures)
    if (missing(structure.measures, f.measure)) faults.push(`unknown measure ${f.measure}`)
  for (const f of history.facts) {
    const kind = structure.facts.find((k) => k.code === f.kind)
    const form = { text: /./, integer: /^\d+$/, boolean: /^(true|false)$/, date: /^\d{4}-\d\d-\d\d$/, choice: /./ }
    if (!kind) faults.push(`unknown kind of fact ${f.kind}`)
    else if (!form[kind.value_type].test(f.value) || (kind.choices && !kind.choices.includes(f.value)))
      faults.push(`${f.unit}: ${f.kind} cannot be "${f.value}"`)
  }
  return faults
}

/** Facts, aliases, organs and counterparts lie in the life of their unit, and facts of one kind do not overlap. */
function periods(history: History, lives: Map<string, Life>): string[] {
  const faults: string[] = []
  for (const p of [...history.facts, ...history.aliases, ...history.organs, ...history.counterparts]) {
    const life = lives.get(p.unit)
    if (!life) faults.push(`${p.unit} never lived`)
    else if (p.from < life.from || end(p) > end(life)) faults.push(`${p.unit}: ${short(p)} lies outside its life`)
    if (p.until !== undefined && p.until <= p.from) faults.push(`${p.unit}: ${short(p)} has an empty period`)
  }
  const groups = new Map<string, History['facts']>()
  for (const f of history.facts) groups.set(`${f.unit} ${f.kind}`, [...(groups.get(`${f.unit} ${f.kind}`) ?? []), f])
  for (const [key, list] of groups) {
    const sorted = [...list].sort((a, b) => (a.from < b.from ? -1 : 1))
    if (sorted.some((f, i) => i > 0 && f.from < end(sorted[i - 1] ?? f))) faults.push(`${key}: two at once`)
  }
  for (const f of history.figures) if (!lives.has(f.unit)) faults.push(`figure of ${f.unit}, which never lived`)
  return faults
}

const short = (p: object) => JSON.stringify(p).slice(0, 120)

/** An act is recorded after its decision was signed, and never before what it leans on. */
function recorded(history: History): string[] {
  const last = new Map<string, string>()
  const faults: string[] = []
  for (const act of history.acts) {
    const at = act.recordedAt
    const leaned = [
      ...act.changes.flatMap((c) => [c.unit, ...(c.parent ? [c.parent] : [])]),
      ...act.ends,
      ...act.opens.flatMap((o) => (o.parent ? [o.parent] : [])),
    ]
    if (at) {
      if (act.decision?.on && at.slice(0, 10) < act.decision.on)
        faults.push(`${act.key} is recorded before it was decided`)
      for (const unit of leaned)
        if ((last.get(unit) ?? '') > at) faults.push(`${act.key} is recorded before what it builds on (${unit})`)
      for (const unit of [...act.changes.map((c) => c.unit), ...act.ends, ...act.opens.map((o) => o.unit)])
        last.set(unit, at)
    }
  }
  return faults
}
