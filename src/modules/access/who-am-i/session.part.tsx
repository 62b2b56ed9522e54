import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { call, ProblemError } from '#kernel/web/client.ts'
import { type Session, useSession } from '#kernel/web/session.ts'
import { setUpState } from '../set-up-state/set-up-state.contract.ts'
import { signOut } from '../sign-out/sign-out.contract.ts'
import { whoAmI } from './who-am-i.contract.ts'

/** The address of the set-up. */
export const setUpPath = '/thiet-lap'

type DemoPeople = OutputOf<typeof whoAmI>['demoPeople']

/** The session with what only the sign-in and the set-up need. */
export interface AccessSession extends Session {
  /** False before the first organisation and administrator exist: every address leads to the set-up then. */
  readonly setUpDone: boolean
  /** The invented people of the demo; empty in real use. */
  readonly demoPeople: DemoPeople
}

/**
 * Asks who is here. An installation that is not set up refuses everything but the set-up: then every address leads there, and who asks
 * is a visitor without a session.
 */
export async function loadSession(): Promise<AccessSession> {
  try {
    return { ...(await call(whoAmI, {})), setUpDone: true }
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.code === 'not_set_up')) throw error
    const state = await call(setUpState, {})
    if (location.pathname !== setUpPath) location.replace(setUpPath)
    return visitor(state.today)
  }
}

/** Ends the session of this browser. */
export async function endSession(): Promise<void> {
  await call(signOut, {})
}

/** The session as `loadSession` made it. */
export function useAccessSession(): AccessSession {
  return useSession() as AccessSession
}

function visitor(today: PlainDate): AccessSession {
  return {
    signedIn: false,
    accountName: '',
    displayName: '',
    capacities: [],
    may: [],
    today,
    demo: false,
    engine: 'postgres',
    organisation: null,
    setUpDone: false,
    demoPeople: [],
  }
}
