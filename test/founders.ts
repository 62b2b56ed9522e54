import { randomUUID } from 'node:crypto'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { Problem } from '#kernel/contract/problem.ts'
import type { GrantReach } from '#kernel/server/ports.ts'
import { idOf } from '#modules/structure/index.server.ts'
import type { History } from '#modules/structure/load-history/history.contract.ts'
import { harness, testPassword } from './harness.ts'

/** A name that no other test has; letters only, so that it never holds a number that a test looks for. */
export function fresh(prefix = 't'): string {
  const letters = randomUUID().replace(/[0-9-]/g, (sign) => 'ghijklmnopq'['0123456789-'.indexOf(sign)]!)
  return `${prefix}${letters.slice(0, 12)}`
}

/** What a person receives from the HTTP door. */
export interface Answered<T> {
  readonly status: number
  readonly body: T
  readonly problem: Problem
}

/** A person with a session, asking through the HTTP door. */
export interface Person {
  readonly accountId: string
  readonly username: string
  /** The session cookie, for asking another way than `ask`. */
  readonly cookie: string
  ask<C extends Contract>(
    contract: C,
    input: InputOf<C>,
    headers?: Record<string, string>,
  ): Promise<Answered<OutputOf<C>>>
}

/** Makes an account with one grant and signs it in. */
export async function foundPerson(grant: { role: string; unitId: string | null; reach?: GrantReach }): Promise<Person> {
  const { product, found } = await harness()
  const username = fresh('nguoi')
  const made = (await found('access.create-account', {
    displayName: `Người thử ${username}`,
    username,
    password: testPassword,
    origin: 'dựng cho một phép thử',
    ...grant,
  })) as { accountId: string }
  const signedIn = await post(product.app, 'access.sign-in', { username, password: testPassword }, {})
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return {
    accountId: made.accountId,
    username,
    cookie,
    ask: (contract, input, headers = {}) => ask(contract, input, { cookie, ...headers }),
  }
}

/** Somebody without a session. */
export const stranger = { ask }

async function ask<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  headers: Record<string, string> = {},
): Promise<Answered<OutputOf<C>>> {
  const { product } = await harness()
  const response = await post(product.app, contract.name, input, headers)
  const body = await response.json()
  return { status: response.status, body, problem: body }
}

async function post(
  app: { request: (path: string, init: RequestInit) => Response | Promise<Response> },
  name: string,
  input: unknown,
  headers: Record<string, string>,
) {
  return app.request(`/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** A branch of the tree of a test's own: a root, two committees, four organisations, eight cells; all standing since 2010. */
export interface Branch {
  readonly file: string
  id(key: string): string
}

/** Founds a branch by loading a small history; `change` may rewrite the history first. */
export async function foundBranch(change: (history: History) => History = (history) => history): Promise<Branch> {
  const { found } = await harness()
  const file = fresh('nhanh')
  await found('structure.load-history', { history: change(branchHistory(file)) })
  return { file, id: (key) => idOf(file, 'unit', key) }
}

/** The history of a branch, as plain data. */
export function branchHistory(file: string): History {
  const open = (unit: string, type: string, name: string, parent: string | null) => ({
    unit,
    type,
    name,
    parent,
    covered: true,
    belowCovered: true,
    restricted: false,
  })
  const units = [open('root', 'trung_uong_truc_thuoc', `Đảng bộ thử ${file}`, null)]
  for (const c of [1, 2]) {
    units.push(open(`c${c}`, 'cap_tren_co_so', `Đảng bộ Cơ quan ${c} ${file}`, 'root'))
    for (const o of [1, 2]) {
      units.push(open(`c${c}.o${o}`, 'dang_bo_co_so', `Đảng bộ Cục ${c}${o} ${file}`, `c${c}`))
      for (const k of [1, 2])
        units.push(open(`c${c}.o${o}.k${k}`, 'chi_bo', `Chi bộ Phòng ${c}${o}${k} ${file}`, `c${c}.o${o}`))
    }
  }
  const act = {
    key: 'lap',
    kind: 'record' as const,
    effective: { on: '2010-01-01' as never, precision: 'day' as const },
    source: 's',
  }
  return {
    format: 'lienchi-history/1',
    name: file,
    title: { vi: 'Nhánh thử', en: 'Test branch' },
    sources: [{ key: 's', title: { vi: 'Nguồn thử', en: 'Test source' }, grade: 'own' }],
    acts: [{ ...act, opens: units, changes: [], ends: [], lineage: [] }],
    facts: [],
    aliases: [],
    organs: [],
    counterparts: [],
    figures: [],
  }
}
