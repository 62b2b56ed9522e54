import { handle } from '#kernel/server/handle.ts'
import { rolesGivenIn } from '../grant/give.write.ts'
import { roles } from './roles.contract.ts'

export default handle(roles, async ({ db, actor }) => {
  const gives = await rolesGivenIn(db, actor!)
  const rows = await db.selectFrom('access.role').selectAll().orderBy('rank').execute()
  return {
    roles: rows.map((role) => ({
      code: role.code,
      name: { vi: role.name_vi, en: role.name_en },
      verbs: role.verbs,
      needs: role.needs as 'any' | 'unit' | 'whole',
      inside: role.inside,
      secondFactor: role.second_factor,
      mayGive: gives.has(role.code),
    })),
  }
})
