import { AsyncLocalStorage } from 'node:async_hooks'

/** The capability whose transaction is open in this asynchronous context. */
export interface OpenWork {
  readonly capability: string
  /** Set when the transaction has ended, so that work started inside and finishing later is free again. */
  closed: boolean
}

/** Filled by the kernel around every handler; nothing else writes it. */
export const openWork = new AsyncLocalStorage<OpenWork>()

/** Thrown when code inside a handler reaches the database by another way than its `work`. */
export class OutsideWork extends Error {
  override name = 'OutsideWork'
}

/**
 * Throws when a transaction of a handler is open here. Both engines call it wherever a connection is taken: on the embedded one a
 * second way to the database would wait for ever, on PostgreSQL it would lose atomicity without a word.
 */
export function assertNoOpenWork(): void {
  const open = openWork.getStore()
  if (open && !open.closed) throw new OutsideWork(`${open.capability} used the database outside its work`)
}
