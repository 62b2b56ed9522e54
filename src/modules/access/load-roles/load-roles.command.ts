import type { Contract } from '#kernel/contract/contract.ts'
import { json } from '#kernel/db/fragments.ts'
import { digest } from '#kernel/server/digest.ts'
import { handle } from '#kernel/server/handle.ts'
import { loadRoles } from './load-roles.contract.ts'
import { writeRoles } from './load-roles.write.ts'

export default (contracts: () => readonly Contract[]) =>
  handle(loadRoles, async (work, { file }) => {
    const names = new Set(contracts().flatMap(({ name }) => [name, `${name.slice(0, name.indexOf('.'))}.*`]))
    const unknown = file.roles.flatMap(({ verbs }) => verbs).find((verb) => verb !== '*' && !names.has(verb))
    if (unknown) return work.refuse('unknown_verb', { verb: unknown })
    const codes = new Set(file.roles.map(({ code }) => code))
    const stranger = file.roles.flatMap(({ gives }) => gives).find((code) => !codes.has(code))
    if (stranger) return work.refuse('unknown_role')
    const changed = await writeRoles(work.db, file)
    const value = json({ digest: Buffer.from(digest(JSON.stringify(file))).toString('hex') })
    await work.tx
      .insertInto('kernel.setting')
      .values({ key: 'roles', value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
    work.record({ subjects: changed.map((code) => `role:${code}`), after: { changed } })
    return { roles: file.roles.length, changed }
  })
