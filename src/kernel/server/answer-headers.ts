import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Asker } from './who-asks.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** What an answer and the alarm about it are found together by; made here, never taken from the request. */
    requestId: string
    asker: Asker
  }
}

/** What every answer says unless it says otherwise itself: it is what it says, for nobody else's page, and nothing in it runs. */
export const saidByEveryAnswer: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** A browser that came by TLS once comes by nothing else for a year. */
const onlyByTls = 'max-age=31536000'

/** Gives every request its id and every answer its headers. `secure`: people reach the product by TLS. */
export function answerHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    c.set('requestId', randomUUID())
    await next()
    const { headers } = c.res
    for (const [name, value] of Object.entries(saidByEveryAnswer)) if (!headers.has(name)) headers.set(name, value)
    if (secure) headers.set('strict-transport-security', onlyByTls)
    headers.set('x-request-id', c.get('requestId'))
  }
}
