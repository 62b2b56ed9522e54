import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'

/** Sets the demo's business day for everybody. Refused where this is no demo: there the calendar rules. Refused, too, on a day on which
 * the person's own right does not hold: rights are those of the business day, and nobody could set it back. */
export const setToday = command('kernel.set-today', {
  input: z.object({ today: PlainDate }),
  output: z.object({ today: PlainDate }),
  permission: 'granted',
  reads: 'settings',
  articles: ['engineering 10'],
  refusals: ['no_demo', 'nobody_could_set_it_back'],
})
