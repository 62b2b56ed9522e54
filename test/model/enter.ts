import type { Refusal } from '#kernel/server/refusal.ts'
import { idOf } from '#modules/structure/index.server.ts'
import { harness } from '../harness.ts'
import type { Loaded } from './ask.ts'
import type { NaiveAct, NaiveHistory } from './naive-structure.ts'
import { dayAfter, type Random, randomFrom } from './random.ts'
import { randomHistory } from './random-history.ts'

/** How many acts were entered, and on what ways round. */
export interface Ways {
  entered: number
  corrected: number
  undone: number
  late: number
}

interface Entered {
  actId: string
  version: number
}

/**
 * A random history of which only the roots are loaded: every other act is entered as a person enters it, some first with a wrong day
 * or name and then corrected, some taken back and entered again, some renamings only when all else is done. What comes out must be the
 * history itself.
 */
export async function enterRandom(seed: number): Promise<Loaded & { ways: Ways }> {
  const { found } = await harness()
  const file = `nhap${seed.toString(36)}x${Math.trunc(performance.now() * 1000).toString(36)}`
  const random = randomFrom(seed + 7)
  const history = onlyEnterable(randomHistory(seed, file))
  const roots = history.acts.filter(({ kind }) => kind === 'record')
  await found('structure.load-history', { history: { ...history, acts: roots } })

  const ids = new Map(roots.map((act) => [act.key, idOf(file, 'act', act.key)]))
  const ways: Ways = { entered: 0, corrected: 0, undone: 0, late: 0 }
  const ask = async <T>(capability: string, input: unknown) => {
    try {
      return (await found(capability, input)) as T
    } catch (error) {
      throw new Error(`${capability} ${JSON.stringify(input)}\n${JSON.stringify((error as Refusal).details)}`, {
        cause: error,
      })
    }
  }
  const late: NaiveAct[] = []
  const enter = async (act: NaiveAct): Promise<void> => {
    ids.set(act.key, await enterOne(act, file, random, ask, ways))
  }
  for (const act of history.acts) {
    if (act.kind === 'record') continue
    if (act.kind === 'rename' && random.chance(0.3) && isAlone(history, act)) late.push(act)
    else await enter(act)
  }
  for (const act of late) {
    await enter(act)
    ways.late += 1
  }
  const units = history.acts.flatMap((act) => act.opens.map((open) => open.unit))
  const keys = new Map(units.map((unit) => [idOf(file, 'unit', unit), unit]))
  return {
    history,
    ways,
    id: (key) => idOf(file, 'unit', key),
    actId: (key) => ids.get(key)!,
    key: (id) => keys.get(id),
    ask,
  }
}

async function enterOne(act: NaiveAct, file: string, random: Random, ask: Loaded['ask'], ways: Ways): Promise<string> {
  const right = inputOf(act, file)
  const detour = random.int(0, 9)
  if (detour === 0) {
    const first = await ask<Entered>('structure.enter-act', { act: right })
    await ask('structure.undo-act', { ...first, reason: 'ghi nhầm' })
    ways.undone += 1
  }
  const wrong = detour === 1 || detour === 2 ? spoilt(right, detour) : right
  const { actId, version } = await ask<Entered>('structure.enter-act', { act: wrong })
  if (wrong !== right) {
    await ask('structure.correct-act', { actId, version, act: right, reason: 'ghi nhầm' })
    ways.corrected += 1
  }
  ways.entered += 1
  return actId
}

/** The same act as somebody enters it by mistake: some days too late, or with other names. */
function spoilt(act: ReturnType<typeof inputOf>, how: number): ReturnType<typeof inputOf> {
  if (how === 1) return { ...act, effective: dayAfter(act.effective, 3) }
  return { ...act, opens: act.opens.map((open) => ({ ...open, name: `${open.name} nhầm` })) }
}

function inputOf(act: NaiveAct, file: string) {
  const unit = (key: string) => idOf(file, 'unit', key)
  const parentOf = (parent: string | null) => (parent === null ? null : unit(parent))
  return {
    kind: act.kind,
    effective: act.effective.on,
    decision: { kind: 'Quyết định', symbol: `${act.key}-QĐ/TH` },
    opens: act.opens.map(({ unit: key, parent, covered: _, belowCovered: __, ...state }) => ({
      id: unit(key),
      ...state,
      parentId: parentOf(parent),
    })),
    changes: act.changes.map(({ unit: key, parent, ...change }) => ({
      unitId: unit(key),
      ...change,
      ...(parent === undefined ? {} : { parentId: parentOf(parent) }),
    })),
    ends: act.ends.map(unit),
    lineage: act.lineage.map(({ from, to }) => ({ from: unit(from), to: unit(to) })),
  }
}

/** What people can enter: dated to the day, with a source; acts whose form no source gives are left out, and what belongs to units. */
function onlyEnterable(history: NaiveHistory): NaiveHistory {
  const isRoot = (act: NaiveAct) => act.kind === 'record' && act.opens.length > 0
  const acts = history.acts
    .filter((act) => isRoot(act) || !['record', 'restructure'].includes(act.kind))
    .map(({ recordedAt: _, firstRecorded: __, ...act }) => ({
      ...act,
      effective: { on: act.effective.on, precision: 'day' },
      opens: act.opens.map((open) => ({ ...open, covered: true, belowCovered: true })),
      lineage: isRoot(act) ? [] : act.lineage,
    }))
  return { ...history, acts, facts: [], aliases: [], organs: [], counterparts: [], figures: [] }
}

/** No other act of that day touches the unit: then the order of entering does not tell. */
function isAlone(history: NaiveHistory, act: NaiveAct): boolean {
  const unit = act.changes[0]!.unit
  return history.acts.every(
    (other) =>
      other === act ||
      other.effective.on !== act.effective.on ||
      (![...other.opens, ...other.changes].some((one) => one.unit === unit) && !other.ends.includes(unit)),
  )
}
