import type { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Session } from './ports.ts'
import type { Change, Work } from './work.ts'

type RefusalOf<C extends Contract> = C['refusals'][number]

interface Options<C extends Contract> {
  /** Which named constraint of the database means which declared refusal. */
  constraints?: Readonly<Record<string, RefusalOf<C>>>
}

/** A capability with its deed, run inside one transaction. */
export interface InsideHandler {
  readonly kind: 'inside'
  readonly contract: Contract
  readonly run: (work: Work, input: unknown) => Promise<unknown>
  readonly constraints: Readonly<Record<string, string>>
}

/** What a deed outside any transaction is given: for what rests on a library with a database life of its own (accounts). */
export interface Outside<R extends string = string> {
  readonly actor: Session | null
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
  return { kind: 'inside', contract, run: run as InsideHandler['run'], constraints: options.constraints ?? {} }
}

/** Binds a contract to a deed that must not run inside a transaction (engineering: accounts' library). */
export function handleOutside<C extends Contract>(
  contract: C,
  run: (outside: Outside<RefusalOf<C>>, input: z.output<C['input']>) => Promise<z.input<C['output']>>,
): OutsideHandler {
  return { kind: 'outside', contract, run: run as OutsideHandler['run'] }
}
