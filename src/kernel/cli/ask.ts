import { Problem } from '#kernel/contract/problem.ts'
import type { Language } from '#kernel/contract/text.ts'

/** How the command line reaches the running product. */
export interface Connection {
  readonly url: string
  /** Absent: only what needs no session. */
  readonly username: string | undefined
  readonly password: string | undefined
  readonly language: Language
}

/** A refusal as the command line says it. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Asks a capability of the running product over HTTP, signed in where a user is given; throws `Refused` with the sentence of a refusal. */
export async function ask(connection: Connection, capability: string, input: unknown): Promise<unknown> {
  const cookie = connection.username ? await signIn(connection) : ''
  const { body } = await post(connection, capability, input, cookie)
  if (cookie) await post(connection, 'access.sign-out', {}, cookie)
  return body
}

async function signIn(connection: Connection): Promise<string> {
  const input = { username: connection.username, password: connection.password ?? '' }
  const { headers } = await post(connection, 'access.sign-in', input, '')
  return headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function post({ url, language }: Connection, capability: string, input: unknown, cookie: string) {
  const response = await fetch(`${url}/api/${capability}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-lienchi-language': language, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new Refused(
      language === 'vi'
        ? `Không gọi được ${url}. Hãy khởi động hệ thống hoặc đặt LIENCHI_URL.`
        : `Nothing answers at ${url}. Start the product, or set LIENCHI_URL.`,
    )
  })
  const body = await response.json()
  if (response.ok) return { body, headers: response.headers }
  const problem = Problem.parse(body)
  const fields = (problem.issues ?? []).map(({ at, why }) => `\n  ${at}: ${why[language]}`)
  throw new Refused(`${problem.sentence[language]} (${problem.status} ${problem.code})${fields.join('')}`)
}
