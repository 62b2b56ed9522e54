import type { PlainDate } from '#kernel/contract/dates.ts'
import { setUp } from './set-up.contract.ts'

/** What is typed during the set-up. */
export type SetUpDraft = {
  code: string
  organisation: { name: string; shortName: string; type: string | null; since: PlainDate | null }
  administrator: { displayName: string; username: string; password: string }
  repeat: string
  alsoOrganisation: boolean
}

/** The steps in their order. */
export const stepNames = ['code', 'organisation', 'administrator', 'review'] as const
export type StepName = (typeof stepNames)[number]

/** What a step may still need; each has its words in the texts (`needed.<what>`). */
export type Needed = 'code' | 'name' | 'type' | 'since' | 'displayName' | 'username' | 'password' | 'repeat'

const { organisation, administrator } = setUp.input.shape

/** What each step still needs, by the contract's own schema; the day of establishment may not lie after `today`. */
export function missingIn(draft: SetUpDraft, today: PlainDate): Readonly<Record<StepName, readonly Needed[]>> {
  const { name, type, since } = draft.organisation
  const admin = draft.administrator
  const fits = administrator.shape
  return {
    code: needed({ code: draft.code.trim() !== '' }),
    organisation: needed({
      name: organisation.shape.name.safeParse(name).success,
      type: type !== null && type !== '',
      since: since !== null && since <= today,
    }),
    administrator: needed({
      displayName: fits.displayName.safeParse(admin.displayName).success,
      username: fits.username.safeParse(admin.username).success,
      password: fits.password.safeParse(admin.password).success,
      repeat: draft.repeat === admin.password,
    }),
    review: [],
  }
}

/** The step in which a refusal of the server is mended. */
export function stepOf(code: string): StepName | undefined {
  if (code === 'wrong_code') return 'code'
  if (code === 'unknown_type' || code === 'date_in_future') return 'organisation'
  if (code === 'name_taken') return 'administrator'
  return undefined
}

function needed(fulfilled: Partial<Record<Needed, boolean>>): readonly Needed[] {
  return (Object.keys(fulfilled) as Needed[]).filter((what) => !fulfilled[what])
}
