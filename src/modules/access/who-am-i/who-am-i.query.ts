import type { Contract } from '#kernel/contract/contract.ts'
import { handle } from '#kernel/server/handle.ts'
import { mayUse } from '#kernel/server/ports.ts'
import { unitAndPath } from '#modules/structure/index.server.ts'
import { whoAmI } from './who-am-i.contract.ts'

/** A person of the demo, shown on the sign-in page. */
export interface DemoPerson {
  username: string
  password: string
  displayName: string
  title: { vi: string; en: string }
}

interface Around {
  engine: 'embedded' | 'postgres'
  /** All contracts of the product, asked when needed (they include this one). */
  contracts: () => readonly Contract[]
  demoPeople: readonly DemoPerson[]
}

export default ({ engine, contracts, demoPeople }: Around) =>
  handle(whoAmI, async (work) => {
    const { actor, db, today, tx } = work
    const demo = demoPeople.length > 0
    const base = { today, demo, engine, demoPeople: [...demoPeople] }
    if (!actor)
      return { ...base, signedIn: false, accountName: '', displayName: '', capacities: [], may: [], organisation: null }
    const account = await db
      .selectFrom('access.account')
      .select('username')
      .where('id', '=', actor.accountId)
      .executeTakeFirst()
    const roles = await db.selectFrom('access.role').select(['code', 'name_vi', 'name_en']).execute()
    const capacities = []
    for (const grant of actor.capacities) {
      const role = roles.find(({ code }) => code === grant.role)!
      const unit = grant.unitId ? await unitAndPath(tx, grant.unitId, today) : null
      capacities.push({ id: grant.id, title: { vi: role.name_vi, en: role.name_en }, unitName: unit?.name ?? '' })
    }
    const home = actor.grants.find((grant) => grant.unitId !== null)?.unitId
    const organisation = home ? await unitAndPath(tx, home, today) : await organisationOf(work)
    const may = contracts()
      .filter((contract) => mayUse(contract, actor))
      .map(({ name }) => name)
    return {
      ...base,
      signedIn: true,
      accountName: account?.username ?? '',
      displayName: actor.displayName,
      capacities,
      may,
      organisation,
    }
  })

/** The organisation that this installation was set up for. */
async function organisationOf({ tx, today }: Pick<Parameters<ReturnType<typeof handle>['run']>[0], 'tx' | 'today'>) {
  const row = await tx.selectFrom('kernel.setting').select('value').where('key', '=', 'organisation').executeTakeFirst()
  const unitId = (row?.value as { unitId?: string } | undefined)?.unitId
  return unitId ? unitAndPath(tx, unitId, today) : null
}
