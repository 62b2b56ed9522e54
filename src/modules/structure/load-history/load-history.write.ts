import { sql } from 'kysely'
import type { Instant } from '#kernel/contract/dates.ts'
import { fold } from '#kernel/contract/fold.ts'
import { insertMany } from '#kernel/db/insert-many.ts'
import type { Tx } from '#kernel/server/work.ts'
import { lifeOf } from '../timeline.rules.ts'
import { idOf, recordAs } from '../write-acts.write.ts'
import type { History, HistoryAct } from './history.contract.ts'
import type { Replayed } from './history.rules.ts'
import { firstRecordedAt } from './recorded.rules.ts'

type Structure = Tx<'structure'>

/** The source code of a file's source in this installation. */
export function sourceCode(file: string, key: string): string {
  return `${file}:${key}`
}

/** Whether a file of this name was loaded before: everything of a file cites its sources. */
export async function isLoaded(db: Structure, file: string): Promise<boolean> {
  const source = await db
    .selectFrom('structure.source')
    .select('code')
    .where(sql<boolean>`starts_with(code, ${sourceCode(file, '')})`)
    .executeTakeFirst()
  return source !== undefined
}

/** Writes the sources that everything of the file cites. */
export async function writeSources(db: Structure, history: History): Promise<void> {
  const rows = history.sources.map((source) => ({
    code: sourceCode(history.name, source.key),
    title_vi: source.title.vi,
    title_en: source.title.en,
    grade: source.grade,
    address: source.address ?? null,
  }))
  await insertMany(db as never, 'structure.source', rows)
}

/** Writes acts with their decisions. */
export async function writeActs(
  db: Structure,
  file: string,
  acts: readonly HistoryAct[],
  order: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = acts.map((act) => ({
    id: idOf(file, 'act', act.key),
    kind: act.kind,
    effective_on: act.effective.on,
    effective_precision: act.effective.precision,
    decision_kind: act.decision?.kind ?? null,
    decision_symbol: act.decision?.symbol ?? null,
    decision_on: act.decision?.on ?? null,
    decision_organ: act.decision?.organ ?? null,
    note_vi: act.note?.vi ?? null,
    note_en: act.note?.en ?? null,
    source: sourceCode(file, act.source),
    place: order.get(act.key)!,
  }))
  await insertMany(db as never, 'structure.act', rows)
}

/** Corrects the effective day of acts that were first recorded with another. */
export async function correctActs(db: Structure, file: string, acts: readonly HistoryAct[]): Promise<void> {
  for (const act of acts) {
    await db
      .updateTable('structure.act')
      .set({ effective_on: act.effective.on })
      .where('id', '=', idOf(file, 'act', act.key))
      .execute()
  }
}

/** Writes which units the acts touched and who goes on in whom, once those units stand. */
export async function writeTouched(db: Structure, file: string, acts: readonly HistoryAct[]): Promise<void> {
  const unit = (key: string) => idOf(file, 'unit', key)
  const touched = acts.flatMap((act) => {
    const base = (key: string, part: string) => ({ act_id: idOf(file, 'act', act.key), unit_id: unit(key), part })
    const withIds = <S extends { parent?: string | null | undefined }>(said: S) =>
      said.parent ? { ...said, parent: unit(said.parent) } : said
    return [
      ...act.opens.map(({ unit: key, shortName, ...state }) => ({
        ...base(key, 'opened'),
        said: withIds({ ...state, shortName: shortName ?? null }),
      })),
      ...changesOf(act).map(({ unit: key, ...said }) => ({ ...base(key, 'changed'), said: withIds(said) })),
      ...[...new Set(act.ends)].map((key) => ({ ...base(key, 'ended'), said: {} })),
    ]
  })
  const edges = acts.flatMap((act) =>
    act.lineage.map(({ from, to }) => ({ act_id: idOf(file, 'act', act.key), from_id: unit(from), to_id: unit(to) })),
  )
  await insertMany(db as never, 'structure.act_unit', touched)
  await insertMany(db as never, 'structure.lineage', edges)
}

/** What an act changes, unit by unit: two lines of one unit are one change. */
function changesOf(act: HistoryAct): HistoryAct['changes'] {
  const changes = new Map<string, HistoryAct['changes'][number]>()
  for (const change of act.changes) changes.set(change.unit, { ...changes.get(change.unit), ...change })
  return [...changes.values()]
}

/** Writes facts, aliases, organs, counterparts and figures. What says nothing of its recording is recorded on its first day. */
export async function writeBelongings(
  db: Structure,
  history: History,
  replayed: Replayed,
  now: Instant,
): Promise<void> {
  const file = history.name
  const valid = (row: { unit: string; from: string; until?: string | undefined }) => ({
    from: row.from,
    until: row.until ?? lifeOf(replayed.lives.get(row.unit)!).until,
  })
  const recorded = new Map(replayed.acts.map((act) => [act.key, firstRecordedAt(act, now)]))
  const knownFrom = (row: { unit: string; from: string }) => {
    const opened = recorded.get(replayed.lives.get(row.unit)![0]!.openedBy)!
    const begun = `${row.from}T00:00:00.000Z`
    const later = begun > opened ? begun : opened
    return later < now ? later : now
  }
  const base = (row: { unit: string; from: string; until?: string | undefined; source: string }) => ({
    unit_id: idOf(file, 'unit', row.unit),
    valid_at: valid(row),
    source: sourceCode(file, row.source),
    known_from: knownFrom(row),
  })
  const restricted = new Set(
    (
      await db
        .selectFrom('structure.kind')
        .select('code')
        .where('family', '=', 'fact')
        .where('restricted', '=', true)
        .execute()
    ).map(({ code }) => code),
  )
  await insertMany(
    db as never,
    'structure.fact',
    history.facts.map((fact) => ({
      ...base(fact),
      kind: fact.kind,
      value: fact.value,
      restricted: restricted.has(fact.kind),
    })),
  )
  await insertMany(
    db as never,
    'structure.alias',
    history.aliases.map((alias) => ({ ...base(alias), name: alias.name, name_folded: fold(alias.name) })),
  )
  await insertMany(
    db as never,
    'structure.organ',
    history.organs.map((organ) => ({
      ...base(organ),
      id: idOf(file, 'organ', organ.key),
      kind: organ.kind,
      name: organ.name,
      aliases: organ.aliases,
    })),
  )
  await insertMany(
    db as never,
    'structure.counterpart',
    history.counterparts.map((c) => ({ ...base(c), id: idOf(file, 'counterpart', c.key), kind: c.kind, name: c.name })),
  )
  await recordAs(db, now)
  await insertMany(
    db as never,
    'structure.published_figure',
    history.figures.map((figure, index) => ({
      id: idOf(file, 'figure', String(index)),
      unit_id: idOf(file, 'unit', figure.unit),
      measure: figure.measure,
      value: figure.value,
      qualifier: figure.qualifier,
      as_of_on: figure.asOf.on,
      as_of_precision: figure.asOf.precision,
      definition_vi: figure.definition.vi,
      definition_en: figure.definition.en,
      as_written: figure.asWritten ?? null,
      source: sourceCode(file, figure.source),
    })),
  )
}
