import { z } from 'zod'

/**
 * What a capability shows of people and places:
 * `records` under row-level security · `figures` only counts, from schema `figures` · `personal` a person's data, logged on reading ·
 * `settings` the product's own settings and texts, nothing about anybody.
 */
export type Reads = 'records' | 'figures' | 'personal' | 'settings'

/**
 * Who may: `anyone` without a session · `account` every account, about itself · `signed-in` every account of the Party organisation ·
 * `granted` a grant whose verbs hold this capability's name, on every unit that `units` names in the input, or on the whole
 * organisation when `units` is empty.
 */
export type Permission = 'anyone' | 'account' | 'signed-in' | 'granted'

/** What both sides agree on about one capability. No I/O, no framework. */
export interface Contract<
  K extends 'command' | 'query' = 'command' | 'query',
  N extends string = string,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  R extends string = string,
> {
  readonly kind: K
  /** `module.capability-in-kebab-case`: the one name everywhere. */
  readonly name: N
  readonly input: I
  readonly output: O
  /** Refusals by law that the handler may answer with (422); an undeclared one does not compile. */
  readonly refusals: readonly R[]
  readonly permission: Permission
  /**
   * Input fields that hold the units on which the right is checked; a nested field as `from.unitId`, of each in a list as
   * `ends[].unitId`. `of-the-record`: the input names a record, and the deed finds its units and asks `work.assertReach`.
   */
  readonly units: readonly string[] | 'of-the-record'
  /** Input field that holds the compartment in which it is done: its team alone may, whatever any grant reaches. */
  readonly compartment: string | null
  /** Input fields that hold the ids of units which the deed itself makes: no right can cover them yet. */
  readonly makes: readonly string[]
  readonly reads: Reads
  /** Articles, papers or house documents that the capability serves, as a person would cite them. */
  readonly articles: readonly string[]
  /** Top-level input fields that never reach the journal (passwords, codes). */
  readonly secrets: readonly string[]
  /** `none` only for what is no act yet: a draft kept while typing, the chunks of an upload before it is finished. */
  readonly journal: 'entry' | 'none'
}

interface Spec<I, O, R> {
  input: I
  output: O
  permission: Permission
  reads: Reads
  articles: readonly string[]
  units?: readonly string[] | 'of-the-record'
  makes?: readonly string[]
  compartment?: string
  refusals?: readonly R[]
  secrets?: readonly string[]
  journal?: 'entry' | 'none'
}

const unsaid = { refusals: [], units: [], makes: [], compartment: null, secrets: [], journal: 'entry' } as const

/** Declares a capability that changes something. */
export function command<
  const N extends string,
  I extends z.ZodType,
  O extends z.ZodType,
  const R extends string = never,
>(name: N, spec: Spec<I, O, R>): Contract<'command', N, I, O, R> {
  return { kind: 'command', name, ...unsaid, ...strictly(spec) }
}

/** Declares a capability that only answers. */
export function query<const N extends string, I extends z.ZodType, O extends z.ZodType, const R extends string = never>(
  name: N,
  spec: Spec<I, O, R>,
): Contract<'query', N, I, O, R> {
  return { kind: 'query', name, ...unsaid, ...strictly(spec) }
}

/** A field that the input does not know is refused and named: a misspelt `asof` must not quietly answer for today. */
function strictly<S extends { input: z.ZodType }>(spec: S): S {
  return spec.input instanceof z.ZodObject ? { ...spec, input: spec.input.strict() } : spec
}

/** The input a caller may send (before defaults are filled in). */
export type InputOf<C extends Contract> = z.input<C['input']>
/** The answer a caller receives. */
export type OutputOf<C extends Contract> = z.output<C['output']>
