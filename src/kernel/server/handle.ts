import type { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Limit } from './limits.ts'
import type { Session } from './ports.ts'
import type { Change, Work } from './work.ts'

type RefusalOf<C extends Contract> = C['refusals'][number]

interface Options<C extends Contract> {
  /** Which named constraint of the database means which declared refusal. */
  constraints?: Readonly<Record<string, RefusalOf<C>>>
  /** What may be tried from one address only so often; refused as `too_many_tries`, which the contract declares. */
  limit?: 'too_many_tries' extends RefusalOf<C> ? Limited : never
}

/** A limit on tries, counted before the transaction: what is refused otherwise than with `failing` takes its try back. */
export interface Limited {
  readonly limit: Limit
  readonly failing: string
  /** Whether this input tries anything; every one does unless told. */
  readonly tries?: (input: never) => boolean
}

/** A capability with its deed, run inside one transaction. */
export interface InsideHandler {
  readonly kind: 'inside'
  readonly contract: Contract
  readonly run: (work: Work, input: unknown) => Promise<unknown>
  readonly constraints: Readonly<Record<string, string>>
  readonly limit?: Limited
}

/** What a deed outside any transaction is given: for what rests on a library with a database life of its own (accounts). */
export interface Outside<R extends string = string> {
  readonly actor: Session | null
  /** Where the asking comes from (who-asks.ts); never to be kept as it is. */
  readonly address: string
  readonly headers: Headers
  /** Headers for the answer (cookies). */
  readonly answer: Headers
  refuse(code: R): never
  unknown(code: string): never
  record(change: Change): void
}

/** A capability whose deed runs before or after the kernel's transactions, never inside; its journal entry is a transaction of its own. */
export interface OutsideHandler {
  readonly kind: 'outside'
  readonly contract: Contract
  readonly run: (outside: Outside, input: unknown) => Promise<unknown>
}

export type Handler = InsideHandler | OutsideHandler

/** Binds a contract to its deed. */
export function handle<C extends Contract>(
  contract: C,
  run: (work: Work<C['name'], RefusalOf<C>>, input: z.output<C['input']>) => Promise<z.input<C['output']>>,
  options: Options<C> = {},
): InsideHandler {
  return {
    kind: 'inside',
    contract,
    run: run as InsideHandler['run'],
    constraints: options.constraints ?? {},
    ...(options.limit ? { limit: options.limit } : {}),
  }
}

/** Binds a contract to a deed that must not run inside a transaction (engineering: accounts' library). */
export function handleOutside<C extends Contract>(
  contract: C,
  run: (outside: Outside<RefusalOf<C>>, input: z.output<C['input']>) => Promise<z.input<C['output']>>,
): OutsideHandler {
  return { kind: 'outside', contract, run: run as OutsideHandler['run'] }
}
