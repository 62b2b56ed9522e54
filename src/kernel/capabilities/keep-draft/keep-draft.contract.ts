import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { Instant } from '#kernel/contract/dates.ts'

/** Keeps what a person has typed for a capability and not yet sent. Nobody else sees it; typing is no act, so the journal has no entry. */
export const keepDraft = command('kernel.keep-draft', {
  input: z.object({
    capability: z.string().max(100),
    /** Tells apart several drafts of one capability (a unit, a period). */
    key: z.string().max(200).default(''),
    /** What it is about, in a line, for the list of one's drafts. */
    about: z.string().trim().max(300).optional(),
    value: z.record(z.string(), z.unknown()),
  }),
  output: z.object({ savedAt: Instant }),
  permission: 'account',
  reads: 'settings',
  journal: 'none',
  articles: ['ui: nothing is lost by a closed tab'],
  refusals: ['too_large'],
  secrets: ['value', 'about'],
})
