import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'

/** A user name: letters, digits, dot, hyphen, underscore. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .refine((name) => /^[a-z0-9][a-z0-9._-]{2,49}$/.test(name), {
    params: {
      vi: 'Tên đăng nhập gồm 3 đến 50 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.',
      en: 'A user name has 3 to 50 letters without diacritics, digits, dots or hyphens.',
    },
  })
/** A password of at least twelve characters; its strength is its length. */
export const NewPassword = z.string().min(12).max(200)

/**
 * The first run: the one-time code printed on the console (or the command line) makes the first organisation and the first
 * administrator. Before that nothing else answers; afterwards this refuses for ever.
 */
export const setUp = command('access.set-up', {
  input: z.object({
    code: z.string().trim().max(100),
    organisation: z.object({
      name: z.string().trim().min(3).max(300),
      shortName: z.string().trim().min(1).max(100).optional(),
      type: z.string().max(60),
      /** Since when the organisation stands; its history before can be loaded later. */
      since: PlainDate,
    }),
    administrator: z.object({
      displayName: z.string().trim().min(2).max(200),
      username: Username,
      password: NewPassword,
    }),
    /** Whether the same person also does the organisation's work: an administrator alone reads and changes no content. */
    alsoOrganisation: z.boolean().default(false),
  }),
  output: z.object({ organisationId: z.uuid() }),
  permission: 'anyone',
  reads: 'settings',
  articles: ['design 9'],
  refusals: ['wrong_code', 'set_up_already', 'unknown_type', 'date_in_future', 'name_taken', 'too_many_tries'],
  secrets: ['code', 'administrator'],
})
