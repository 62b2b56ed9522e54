import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { RolesFile } from './roles-file.contract.ts'

/**
 * Brings the role sets to what a file of the published form says. A role that the file does not name stays as long as somebody holds it,
 * and holds no verb any more. What a role held before is kept as once believed.
 */
export const loadRoles = command('access.load-roles', {
  input: z.object({ file: RolesFile }),
  output: z.object({ roles: z.int(), changed: z.array(z.string()) }),
  permission: 'granted',
  reads: 'settings',
  articles: ['design 5'],
  refusals: ['unknown_verb', 'unknown_role'],
})
