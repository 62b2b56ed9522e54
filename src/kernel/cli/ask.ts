import { z } from 'zod'
import { Problem } from '#kernel/contract/problem.ts'
import type { Language } from '#kernel/contract/text.ts'

/** How the command line reaches the running product. */
export interface Connection {
  readonly url: string
  /** Absent: only what needs no session, and on the demo one of its people. */
  readonly person: Person | undefined
  readonly language: Language
  /** A line for the person at the console, beside the answer. */
  readonly say: (line: string) => void
}

/** A user name with its password. */
export interface Person {
  readonly username: string
  readonly password: string
}

/** A refusal as the command line says it. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number | undefined
  constructor(sentence: string, status?: number) {
    super(sentence)
    this.status = status
  }
}

/**
 * Asks a capability of the running product over HTTP, signed in where a user is given; throws `Refused` with the sentence of a refusal.
 * What needs a session is asked on the demo as the first of its people, whom its sign-in page offers to everybody too.
 */
export async function ask(connection: Connection, capability: string, input: unknown): Promise<unknown> {
  const { person, language } = connection
  if (person) return askAs(connection, person, capability, input)
  try {
    return (await post(connection, capability, input)).body
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 401) throw error
    const demo = await findDemoPerson(connection)
    if (!demo) throw new Refused(`${error.message}\n${signInHint[language]}`, 401)
    connection.say(demoHint[language](demo.username))
    return askAs(connection, demo, capability, input)
  }
}

const signInHint = {
  vi: 'Đặt LIENCHI_USER và LIENCHI_PASSWORD là tên đăng nhập và mật khẩu của người được dùng chức năng này.',
  en: 'Set LIENCHI_USER and LIENCHI_PASSWORD to the user name and password of somebody who may use this.',
}

const demoHint = {
  vi: (name: string) => `Bản minh hoạ: hỏi với tư cách “${name}” (LIENCHI_USER, LIENCHI_PASSWORD để chọn người khác).`,
  en: (name: string) => `The demo: asked as “${name}” (LIENCHI_USER, LIENCHI_PASSWORD choose somebody else).`,
}

async function askAs(connection: Connection, person: Person, capability: string, input: unknown): Promise<unknown> {
  const { headers } = await post(connection, 'access.sign-in', person)
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  try {
    return (await post(connection, capability, input, cookie)).body
  } finally {
    await post(connection, 'access.sign-out', {}, cookie)
  }
}

const DemoPeople = z.object({ demoPeople: z.array(z.object({ username: z.string(), password: z.string() })) })

async function findDemoPerson(connection: Connection): Promise<Person | undefined> {
  const { body } = await post(connection, 'access.who-am-i', {})
  return DemoPeople.safeParse(body).data?.demoPeople[0]
}

async function post({ url, language }: Connection, capability: string, input: unknown, cookie = '') {
  const response = await fetch(`${url.replace(/\/+$/, '')}/api/${encodeURIComponent(capability)}`, {
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
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return { body, headers: response.headers }
  throw refusalOf(response.status, body, url, language)
}

function refusalOf(status: number, body: unknown, url: string, language: Language): Refused {
  const { data: problem } = Problem.safeParse(body)
  if (!problem) {
    return new Refused(
      language === 'vi'
        ? `${url} chưa trả lời như Liên Chi (HTTP ${status}): hệ thống đang khởi động, hoặc đó là địa chỉ khác. Hãy xem LIENCHI_URL.`
        : `${url} does not answer as Liên Chi does (HTTP ${status}): it is still starting, or something else is there. Check LIENCHI_URL.`,
      status,
    )
  }
  const fields = (problem.issues ?? []).map(({ at, why }) => `\n  ${at}: ${why[language]}`)
  return new Refused(`${problem.sentence[language]} (${status} ${problem.code})${fields.join('')}`, status)
}
