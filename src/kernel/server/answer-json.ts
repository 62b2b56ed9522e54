import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const pack = promisify(gzip)

/** Smaller answers are not worth packing. */
const packedFrom = 16 * 1024

/** Answers JSON, packed where it is large and the caller takes gzip: lightly, and beside the event loop (a tree is over 1 MB). */
export async function answerJson(c: Context, value: unknown): Promise<Response> {
  const text = JSON.stringify(value)
  c.header('content-type', 'application/json; charset=utf-8')
  if (text.length < packedFrom || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(text)
  c.header('content-encoding', 'gzip')
  c.header('vary', 'accept-encoding')
  const packed = await pack(text, { level: 1 })
  return c.body(new Uint8Array(packed))
}
