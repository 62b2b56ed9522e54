import {
  keepPreviousData,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  usePrefetchQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { Problem } from '#kernel/contract/problem.ts'
import { call, ProblemError } from './call.ts'
import { ConnectionLost } from './connection.ts'

export { type CallOptions, call, ProblemError } from './call.ts'
export { ConnectionLost } from './connection.ts'

/** How an answer is asked for. */
export interface AnswerOptions {
  /** False: do not ask yet. */
  readonly enabled?: boolean
  /** True: while a new input is asked, the former answer stays on the screen (tables, as-of slider). */
  readonly keep?: boolean
  /** Ask again every so many milliseconds (long work). */
  readonly every?: number | false
}

/** The key under which an answer is kept; for `queryClient.setQueryData` and tests. */
export function answerKey<C extends Contract>(contract: C, input: InputOf<C>): readonly unknown[] {
  return [contract.name, input]
}

/**
 * Asks a query capability and keeps its answer: `const tree = useAnswer(treeContract, { asOf })`.
 * Show it with `<Answer of={tree}>{(data) => …}</Answer>`, which knows loading, error and empty.
 */
export function useAnswer<C extends Contract<'query'>>(
  contract: C,
  input: InputOf<C>,
  options: AnswerOptions = {},
): UseQueryResult<OutputOf<C>, Error> {
  return useQuery<OutputOf<C>, Error>({
    queryKey: answerKey(contract, input),
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
  })
}

/** How the pages of a capability are read: which rows one holds, and what the input of the next has more (null: it was the last). */
export interface PagesOf<C extends Contract, Row> {
  readonly rows: (page: OutputOf<C>) => readonly Row[]
  readonly next: (page: OutputOf<C>) => Partial<InputOf<C>> | null
}

/** The next page, not yet asked for. */
export interface MorePages {
  readonly load: () => Promise<unknown>
  readonly loading: boolean
}

/** Rows that a capability answers page by page, as far as they were asked for. */
export interface AnswerPages<Row> {
  /** Undefined as long as not even the first page is there. */
  readonly rows: readonly Row[] | undefined
  /** Null where the last page is there. */
  readonly more: MorePages | null
  readonly error: Error | null
  readonly retry: () => void
}

/**
 * Asks a query capability that answers page by page with a cursor, and keeps its pages:
 * `const pages = useAnswerPages(journal, filter, { rows: (page) => page.entries, next: (page) => page.next && { before: page.next } })`.
 * Show it with `<DataTable rows={pages.rows} more={pages.more} … />`, or with `<MoreRows>` under lines of one's own.
 * What is asked again (after a command) is asked page by page, so that no row is missed or told twice.
 */
export function useAnswerPages<C extends Contract<'query'>, Row>(
  contract: C,
  input: InputOf<C>,
  pages: PagesOf<C, Row>,
  options: Pick<AnswerOptions, 'enabled' | 'keep'> = {},
): AnswerPages<Row> {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [contract.name, 'pages', input],
    queryFn: ({ pageParam, signal }) => call(contract, Object.assign({}, input, pageParam) as InputOf<C>, { signal }),
    initialPageParam: {} as Partial<InputOf<C>>,
    getNextPageParam: (last) => pages.next(last),
    enabled: options.enabled ?? true,
    // A window looked at again must not ask a dozen pages again.
    refetchOnWindowFocus: false,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a page is read does not change while it is shown
  const rows = useMemo(() => data?.pages.flatMap(pages.rows), [data])
  return {
    rows,
    more: hasNextPage ? { load: fetchNextPage, loading: isFetchingNextPage } : null,
    error,
    retry: () => void refetch(),
  }
}

/** Asks what the next screen is about to show; the answer is kept even when this screen has gone by then. */
export function useAskAhead<C extends Contract<'query'>>(contract: C, input: InputOf<C>): void {
  usePrefetchQuery({ queryKey: answerKey(contract, input), queryFn: () => call(contract, input) })
}

/** A command as a screen holds it. */
export interface Command<C extends Contract> {
  /** Sends it. Throws `ProblemError` or `ConnectionLost`; `send` inside a form is caught by the form. */
  readonly send: (input: InputOf<C>) => Promise<OutputOf<C>>
  readonly pending: boolean
  readonly answer: OutputOf<C> | undefined
  /** The refusal of the last attempt, to show beside the button or at its fields. */
  readonly problem: Problem | undefined
  /** True when the last attempt got no answer: it may or may not have been done; sending again is safe. */
  readonly lost: boolean
  readonly reset: () => void
}

/** What happens around a command. */
export interface CommandOptions<C extends Contract> {
  readonly onDone?: (answer: OutputOf<C>, input: InputOf<C>) => void
  /** Which answers grow stale by it; everything when not said. */
  readonly refresh?: readonly Contract[]
}

/**
 * Sends a command capability. One idempotency key is made per intention: a retry of the same input after a lost connection
 * carries the same key, so that sending twice does it once; another input, or a clear answer, begins a new one.
 */
export function useCommand<C extends Contract<'command'>>(contract: C, options: CommandOptions<C> = {}): Command<C> {
  const client = useQueryClient()
  const intention = useRef<{ input: string; key: string } | null>(null)
  const mutation = useMutation<OutputOf<C>, Error, InputOf<C>>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input)
      if (intention.current?.input !== text) intention.current = { input: text, key: crypto.randomUUID() }
      try {
        const answer = await call(contract, input, { idempotencyKey: intention.current.key })
        intention.current = null
        return answer
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status < 500) intention.current = null
        throw error
      }
    },
    onSuccess: async (answer, input) => {
      options.onDone?.(answer, input)
      if (!options.refresh) await client.invalidateQueries()
      else for (const stale of options.refresh) await client.invalidateQueries({ queryKey: [stale.name] })
    },
  })
  return {
    send: mutation.mutateAsync,
    pending: mutation.isPending,
    answer: mutation.data,
    problem: mutation.error instanceof ProblemError ? mutation.error.problem : undefined,
    lost: mutation.error instanceof ConnectionLost,
    reset: mutation.reset,
  }
}
