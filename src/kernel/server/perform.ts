import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Instant, PlainDate } from '#kernel/contract/dates.ts'
import { problemStatus } from '#kernel/contract/problem.ts'
import type { Db } from '../db/engine.ts'
import { openWork } from '../db/open-work.ts'
import { findAnswer, keepAnswer } from './answered.ts'
import { metItsOwnRows, translateDatabaseError, worthAnotherTry } from './database-errors.ts'
import type { Handler, InsideHandler, OutsideHandler } from './handle.ts'
import { takeEntryNumber, writeAttempt, writeEntry } from './journal.ts'
import { asSystem, type Kernel } from './kernel.ts'
import { parseInput, parseOutput, unitsIn } from './parse.ts'
import { type Clocks, holdingOf, mayUse, noReach, type Reach, reachFor, type Session } from './ports.ts'
import { assertReach } from './reach.ts'
import { Refusal } from './refusal.ts'
import { assertRoomToWrite } from './room.ts'
import { makeWork, type RunningWork } from './running-work.ts'
import { networkOf } from './tries.ts'
import { unknownAddress } from './who-asks.ts'
import type { Change } from './work.ts'

/** One asking of one capability. */
export interface Call {
  readonly handler: Handler
  readonly actor: Session | null
  readonly input: unknown
  readonly idempotencyKey?: string | undefined
  /** Where the asking comes from; absent: from inside the process. */
  readonly address?: string | undefined
  readonly headers: Headers
  /** Headers that a deed outside the transactions adds to the answer. */
  readonly answer: Headers
  /** Recorded time supplied with the act (demo, history loader). */
  readonly suppliedNow?: Instant | undefined
}

/** How often a command is tried when two of them met in the database. */
const tries = 4
/** The longest Idempotency-Key that is kept (kernel.answered says the same). */
const longestKey = 200

/**
 * Runs a capability with everything that none can forget: parse, right, transaction, actor told to the database, journal entry,
 * outbox, parse of the answer, commit. Throws a `Refusal` for every "no".
 */
export async function perform(kernel: Kernel, call: Call): Promise<unknown> {
  const { contract } = call.handler
  try {
    const input = parseInput(contract, call.input)
    if ((call.idempotencyKey?.length ?? 0) > longestKey) throw new Refusal('invalid', 'idempotency_key')
    const reach = assertMayAtAll(contract, call.actor, input)
    assertTeam(contract, call.actor, input)
    if (contract.kind === 'command') await assertRoomToWrite(kernel.engine)
    if (contract.kind === 'command') await kernel.assertSealed?.(contract)
    if (call.handler.kind === 'outside') return await performOutside(kernel, call, call.handler, input)
    const inside = call.handler
    const answer = await performLimited(kernel, call, inside, input, () =>
      performInside(kernel, call, inside, input, reach),
    )
    if (contract.kind === 'command') afterCommit(kernel, contract)
    return answer
  } catch (error) {
    if (error instanceof Refusal) await keepAttempt(kernel, call, error)
    throw error
  }
}

/** Counts the tries of what may fail only so often from one address. */
async function performLimited<T>(
  { tries }: Kernel,
  { address }: Call,
  { limit: limited }: InsideHandler,
  input: unknown,
  run: () => Promise<T>,
): Promise<T> {
  if (!limited || !address || address === unknownAddress) return run()
  if (limited.tries && !limited.tries(input as never)) return run()
  const noted = await tries.note(limited.limit, networkOf(address))
  if (!noted) throw new Refusal('refused', 'too_many_tries')
  let failed = false
  try {
    return await run()
  } catch (error) {
    failed = error instanceof Refusal && error.code === limited.failing
    throw error
  } finally {
    if (!failed) await tries.takeBack(noted)
  }
}

async function performInside(kernel: Kernel, call: Call, handler: InsideHandler, input: unknown, reach: Reach) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(kernel, call, handler, input, reach)
    } catch (error) {
      if (worthAnotherTry(error) && attempt < tries) continue
      // The same command at the same moment meets its own rows before its own key: the next try finds the answer of the other.
      if (call.idempotencyKey && attempt === 1 && metItsOwnRows(error)) continue
      throw translateDatabaseError(error, handler)
    }
  }
}

async function once(
  kernel: Kernel,
  call: Call,
  handler: InsideHandler,
  input: unknown,
  reach: Reach,
): Promise<unknown> {
  const { contract } = handler
  const isCommand = contract.kind === 'command'
  const clocks = await kernel.clocks(call.suppliedNow)
  const asOf = anchorOf(input) ?? clocks.today
  const answer = await kernel.engine.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode(isCommand || contract.reads === 'personal' ? 'read write' : 'read only')
    .execute(async (tx) => {
      const entry = await startWork(tx, contract, call.actor, clocks, asOf, reach)
      if (isCommand && call.actor && call.idempotencyKey) {
        const found = await findAnswer(tx, call.actor.accountId, contract.name, call.idempotencyKey, input)
        if (found) return found.answer
      }
      const asking = { kernel, tx, contract, reach, today: clocks.today, asOf }
      if (contract.units !== 'of-the-record') await assertReach(asking, unitsIn(contract, input))
      const running = makeWork({ asking, actor: call.actor, clocks, entry })
      const output = parseOutput(contract, await runGuarded(contract.name, () => handler.run(running.work, input)))
      running.assertReachWasAsked()
      await running.putReadings()
      if (isCommand) await finishCommand(tx, call, contract, input, output, clocks, running, entry!)
      return output
    })
  if (isCommand || contract.reads === 'personal') await kernel.engine.flush()
  return answer
}

async function finishCommand(
  tx: Db,
  call: Call,
  contract: Contract,
  input: unknown,
  output: unknown,
  clocks: Clocks,
  running: RunningWork,
  entry: number,
): Promise<void> {
  if (contract.journal === 'entry') {
    await writeEntry(tx, { id: entry, contract, actor: call.actor, now: clocks.now, input, change: running.change() })
  }
  await running.putOutgoing()
  if (call.actor && call.idempotencyKey) {
    await keepAnswer(tx, call.actor.accountId, contract.name, call.idempotencyKey, input, output)
  }
}

async function performOutside(kernel: Kernel, call: Call, handler: OutsideHandler, input: unknown): Promise<unknown> {
  const { contract } = handler
  let change: Change = {}
  const answered = await handler.run(
    {
      actor: call.actor,
      address: call.address ?? unknownAddress,
      headers: call.headers,
      answer: call.answer,
      refuse: (code) => {
        throw new Refusal('refused', code)
      },
      unknown: (code) => {
        throw new Refusal('unknown', code)
      },
      record: (more) => {
        change = { ...change, ...more }
      },
    },
    input,
  )
  const output = parseOutput(contract, answered)
  if (contract.kind === 'command') {
    const clocks = await kernel.clocks(call.suppliedNow)
    await kernel.engine.db.transaction().execute(async (tx) => {
      const entry = await startWork(tx, contract, call.actor, clocks, clocks.today, noReach)
      await writeEntry(tx, { id: entry!, contract, actor: call.actor, now: clocks.now, input, change })
    })
    await kernel.engine.flush()
  }
  return output
}

/** What others may see only now that it is committed. */
function afterCommit(kernel: Kernel, contract: Contract): void {
  if (contract.name.startsWith('kernel.')) kernel.settingsChanged()
  kernel.wake()
}

/** Tells the database in one statement who acts, on what, and as which role; takes the number of the journal entry. */
async function startWork(
  tx: Db,
  contract: Contract,
  actor: Session | null,
  clocks: Clocks,
  asOf: PlainDate,
  reach: Reach,
): Promise<number | null> {
  const role =
    contract.kind === 'command' ? 'lienchi_writer' : contract.reads === 'figures' ? 'lienchi_figures' : 'lienchi_reader'
  const { rows } = await sql<{ entry: number | null }>`select
    set_config('role', ${role}, true), set_config('lienchi.account', ${actor?.accountId ?? ''}, true),
    set_config('lienchi.now', ${clocks.now}, true), set_config('lienchi.as_of', ${asOf}, true),
    set_config('lienchi.reach_whole', ${reach.whole ? 'yes' : ''}, true),
    set_config('lienchi.reach_own', ${`{${reach.own.join(',')}}`}, true),
    set_config('lienchi.reach_below', ${`{${reach.below.join(',')}}`}, true),
    set_config('lienchi.reach_organs', ${`{${reach.organs.join(',')}}`}, true),
    set_config('lienchi.compartments', ${`{${(actor?.compartments ?? []).join(',')}}`}, true)`.execute(tx)
  if (contract.kind === 'query' || rows.length === 0) return null
  return takeEntryNumber(tx)
}

/** The reach that the actor's grants give for this capability; throws 401 or 403 where no grant could ever suffice. */
function assertMayAtAll(contract: Contract, actor: Session | null, input: unknown): Reach {
  if (contract.permission === 'anyone') return noReach
  if (!actor) throw new Refusal('unknown', 'sign_in_first')
  if (actor.heldBack && !actor.heldBack.answers.includes(contract.name)) {
    throw new Refusal('forbidden', actor.heldBack.code)
  }
  if (!mayUse(contract, actor)) {
    if (contract.permission === 'signed-in') throw new Refusal('forbidden', 'own_page_only')
    const [unitId = null] = contract.units === 'of-the-record' ? [] : unitsIn(contract, input)
    throw new Refusal('forbidden', 'no_grant', { wanted: { verb: contract.name, unitId } })
  }
  // A deed is done in one capacity, which the journal keeps; whoever holds several says in which.
  const isDeed = contract.permission === 'granted' && contract.kind === 'command'
  if (isDeed && holdingOf(actor.grants, contract.name).length > 1) throw new Refusal('forbidden', 'choose_capacity')
  return reachFor(actor.grants, contract.name)
}

/** Whoever is not on the team of a compartment learns nothing of it, not even that there is one. */
function assertTeam(contract: Contract, actor: Session | null, input: unknown): void {
  if (contract.compartment === null) return
  const id = (input as Record<string, unknown>)[contract.compartment]
  if (!actor?.compartments.includes(String(id))) throw new Refusal('missing', 'not_found')
}

/** Runs the deed with the mark that makes every other way to the database throw. */
async function runGuarded<T>(capability: string, run: () => Promise<T>): Promise<T> {
  const open = { capability, closed: false }
  try {
    return await openWork.run(open, run)
  } finally {
    open.closed = true
  }
}

function anchorOf(input: unknown): PlainDate | undefined {
  const asOf = (input as { asOf?: unknown } | null)?.asOf
  return typeof asOf === 'string' ? (asOf as PlainDate) : undefined
}

async function keepAttempt(kernel: Kernel, call: Call, refusal: Refusal): Promise<void> {
  const status = problemStatus[refusal.kind]
  if (![401, 403, 409, 422].includes(status)) return
  try {
    const attempt = {
      accountId: call.actor?.accountId ?? null,
      capability: call.handler.contract.name,
      status,
      code: refusal.code,
    }
    await asSystem(kernel.engine, (tx) => writeAttempt(tx, attempt))
  } catch (error) {
    kernel.alarm(error, 'journal.attempt')
  }
}
