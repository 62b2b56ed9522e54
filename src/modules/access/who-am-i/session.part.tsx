import type { OutputOf } from '#kernel/contract/contract.ts'
import { call } from '#kernel/web/client.ts'
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

/** Asks who is here. While the installation is not set up, every address leads to the set-up. */
export async function loadSession(): Promise<AccessSession> {
  const who = await call(whoAmI, {})
  const setUpDone = who.signedIn || who.demo || (await call(setUpState, {})).done
  if (!setUpDone && location.pathname !== setUpPath) location.replace(setUpPath)
  return { ...who, setUpDone }
}

/** Ends the session of this browser. */
export async function endSession(): Promise<void> {
  await call(signOut, {})
}

/** The session as `loadSession` made it. */
export function useAccessSession(): AccessSession {
  return useSession() as AccessSession
}
