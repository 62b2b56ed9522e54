import { z } from 'zod'
import type { Contract } from '#kernel/contract/contract.ts'
import type { InsideHandler } from './handle.ts'
import { holdsFor, isSigned, sign } from './signing.ts'
import type { Work } from './work.ts'

/** A file as it leaves: its bytes are made while they are read. */
export interface MadeFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * A file that a capability gives by an address. What it is made of is found when the address is opened, as any query: with the session of
 * whoever opens it, under row-level security, in one transaction. The file is written after that has ended, so a slow reader holds nothing.
 */
export interface Download {
  readonly handler: InsideHandler
  readonly write: (found: never) => MadeFile
}

/** Declares the file of a query: what is found in the database, and what is written of it outside. */
export function download<C extends Contract<'query'>, T>(
  contract: C,
  find: (work: Work<C['name'], never>, input: z.output<C['input']>) => Promise<T>,
  write: (found: T) => MadeFile,
): Download {
  return {
    handler: {
      kind: 'inside',
      contract: { ...contract, output: z.unknown() },
      run: find as InsideHandler['run'],
      constraints: {},
    },
    write,
  }
}

/** Makes the address under which one account fetches the file of a query asked with this input. */
export type DownloadAddress = (capability: string, input: object, accountId: string) => string

/** The address of such a file: it holds the question, signed, and is good for a quarter of an hour. */
export function downloadAddress(
  secret: string,
  capability: string,
  input: object,
  accountId: string,
  now: number,
): string {
  const question = Buffer.from(JSON.stringify([capability, input])).toString('base64url')
  const until = now + holdsFor
  return `/downloads/${question}.${until}.${signature(secret, question, accountId, until)}`
}

/** The question of a signed address for this account; null when the address is forged, another's, or over. */
export function readDownloadAddress(
  secret: string,
  signed: string,
  accountId: string,
  now: number,
): { capability: string; input: unknown } | null {
  const [question = '', until = '', given = ''] = signed.split('.')
  if (!isSigned(given, signature(secret, question, accountId, Number(until))) || Number(until) <= now) return null
  const [capability, input] = JSON.parse(Buffer.from(question, 'base64url').toString('utf8')) as [string, unknown]
  return { capability, input }
}

function signature(secret: string, question: string, accountId: string, until: number): string {
  return sign(secret, `download\n${question}\n${accountId}\n${until}`)
}
