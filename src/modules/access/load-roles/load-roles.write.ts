import type { Tx } from '#kernel/server/work.ts'
import type { RolesFile } from './roles-file.contract.ts'

/** Writes the role sets; only what differs is touched. Returns the codes of the roles that changed. */
export async function writeRoles(db: Tx<'access'>, { roles }: RolesFile): Promise<string[]> {
  const stand = new Map(
    (await db.selectFrom('access.role').selectAll().execute()).map(({ known_from: _, entry: __, ...role }) => [
      role.code,
      role,
    ]),
  )
  const changed: string[] = []
  for (const [index, role] of roles.entries()) {
    const row = {
      code: role.code,
      name_vi: role.name.vi,
      name_en: role.name.en,
      verbs: role.verbs,
      rank: (index + 1) * 10,
      inside: role.inside,
      second_factor: role.second_factor,
      gives: role.gives,
      needs: role.needs,
    }
    const before = stand.get(role.code)
    stand.delete(role.code)
    if (before && isSame(before, row)) continue
    changed.push(role.code)
    if (before) await db.updateTable('access.role').set(row).where('code', '=', role.code).execute()
    else await db.insertInto('access.role').values(row).execute()
  }
  for (const [code, role] of stand) {
    if (role.verbs.length === 0 && role.gives.length === 0) continue
    changed.push(code)
    await db.updateTable('access.role').set({ verbs: [], gives: [] }).where('code', '=', code).execute()
  }
  return changed
}

function isSame<T extends object>(one: T, other: T): boolean {
  return (Object.keys(other) as (keyof T)[]).every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]))
}
