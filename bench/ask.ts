import { perform } from '#kernel/server/perform.ts'
import type { Bench } from './engines.ts'
import { reaches } from './questions.ts'

/** Asks a capability in process as whoever reaches the whole. */
export type Ask = <A>(name: string, input: unknown) => Promise<A>

/** The way to ask the capabilities of a bench's product. */
export function asker({ product }: Bench): Ask {
  const handlers = new Map(
    product.modules.flatMap(({ handlers: all }) => all).map((handler) => [handler.contract.name, handler]),
  )
  return async <A>(name: string, input: unknown): Promise<A> => {
    const call = {
      handler: handlers.get(name)!,
      actor: reaches.widest,
      input,
      headers: new Headers(),
      answer: new Headers(),
    }
    return (await perform(product.kernel, call)) as A
  }
}

/** How many milliseconds something took. */
export async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}
