import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { chosenCapacity } from './capacity.ts'
import { ConnectionLost, reportAlive, reportLost } from './connection.ts'
import { preferences } from './preferences.ts'

/** The server's refusal, holding the whole problem (sentence in both languages, issues by field, wanted grant …). */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** How one call is sent. */
export interface CallOptions {
  /** For commands: one per intention of the person, the same for every retry of it. `useCommand` makes it. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

let unknownListener: () => void = () => {}

/** Sets what happens when the server no longer knows who this is, or in which capacity: the session is asked again. */
export function onUnknown(listener: () => void): void {
  unknownListener = listener
}

/**
 * Calls a capability: `POST /api/<name>` with the input as JSON and the session's cookie.
 * Throws `ProblemError` for a refusal of any kind and `ConnectionLost` when no answer came.
 */
export async function call<C extends Contract>(
  contract: C,
  input: InputOf<C>,
  options: CallOptions = {},
): Promise<OutputOf<C>> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    Accept: 'application/json, application/problem+json',
    'X-LienChi-Language': preferences().language,
  }
  const capacity = chosenCapacity()
  if (capacity) headers['X-LienChi-Capacity'] = capacity
  if (contract.kind === 'command') headers['Idempotency-Key'] = options.idempotencyKey ?? crypto.randomUUID()
  const request: RequestInit = {
    method: 'POST',
    headers,
    body: JSON.stringify(input ?? {}),
    credentials: 'same-origin',
  }
  if (options.signal) request.signal = options.signal
  let answer: Response
  let body: unknown
  try {
    answer = await fetch(`/api/${contract.name}`, request)
    body = await bodyOf(answer)
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    reportLost()
    throw new ConnectionLost(cause)
  }
  if ([502, 504].includes(answer.status) && !isProblem(body)) {
    reportLost()
    throw new ConnectionLost(`gateway ${answer.status}`)
  }
  reportAlive()
  if (answer.ok) return read(contract, body)
  const problem = isProblem(body) ? body : unreadable(answer.status)
  const isStranger = problem.kind === 'unknown' && contract.permission !== 'anyone'
  if (isStranger || problem.code === 'capacity_ended') unknownListener()
  throw new ProblemError(problem)
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text()
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** In development the answer is held against the contract; in use the server has already done so. */
function read<C extends Contract>(contract: C, body: unknown): OutputOf<C> {
  if (!import.meta.env?.DEV) return body as OutputOf<C>
  const parsed = contract.output.safeParse(body)
  if (parsed.success) return parsed.data as OutputOf<C>
  console.error(contract.name, parsed.error)
  throw new Error(`${contract.name}: the answer is not what the contract says\n${parsed.error.message}`)
}

function isProblem(body: unknown): body is Problem {
  return Problem.safeParse(body).success
}

/** A problem for an answer that carries none (a proxy's page, a broken body). */
function unreadable(status: number): Problem {
  const sentence = {
    vi: 'Máy chủ trả lời không đúng khuôn dạng. Nội dung đã nhập vẫn còn; thử lại sau ít phút.',
    en: 'The server answered in an unexpected form. What you typed is kept; try again in a few minutes.',
  }
  return {
    type: 'urn:lienchi:failed',
    title: sentence[preferences().language],
    status,
    detail: sentence[preferences().language],
    kind: 'failed',
    code: `http-${status}`,
    sentence,
  }
}
