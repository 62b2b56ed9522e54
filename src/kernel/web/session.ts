import { createContext, useContext } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import type { Sentence } from '#kernel/contract/problem.ts'

/** A post or appointment in which the person acts. */
export interface Capacity {
  readonly id: string
  /** As the person would say it: "Phó Bí thư Đảng uỷ". */
  readonly title: Sentence
  readonly unitName: string
}

/** Who is here, and what the product may show them; the answer of `access.who-am-i`. */
export interface Session {
  readonly signedIn: boolean
  readonly accountName: string
  readonly displayName: string
  readonly capacities: readonly Capacity[]
  /** Names of the capabilities this person may use somewhere. */
  readonly may: readonly string[]
  /** The business day in the organisation's zone; settable in the demo. */
  readonly today: PlainDate
  readonly demo: boolean
  readonly engine: 'embedded' | 'postgres'
  /** The unit the person belongs to, with the names above it, the highest first. */
  readonly organisation: { readonly id: string; readonly name: string; readonly path: readonly string[] } | null
}

/** The session and how to change it. */
export interface SessionBox {
  readonly session: Session
  /** Reads the session again (after signing in, or when grants changed). */
  readonly refresh: () => Promise<void>
  /** Works on in another of the person's capacities; everything shown is asked again. */
  readonly choose: (capacityId: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

export const SessionContext = createContext<SessionBox | null>(null)

/** The session of this person. Throws outside the product's own tree. */
export function useSession(): Session {
  return useSessionBox().session
}

/** The session with its handles, for the sign-in page and the person menu. */
export function useSessionBox(): SessionBox {
  const box = useContext(SessionContext)
  if (!box) throw new Error('useSession needs the product around it')
  return box
}

/** Whether the person may use a capability somewhere: for showing a button, never for deciding. */
export function useMay(capability: string): boolean {
  return useSession().may.includes(capability)
}
