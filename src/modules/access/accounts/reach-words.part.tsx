import type { OutputOf } from '#kernel/contract/contract.ts'
import type { Say } from '#kernel/web/language.ts'
import type { ShownGrant } from '../grant/grant.contract.ts'
import type { roles } from '../roles/roles.contract.ts'
import type { accounts } from './accounts.contract.ts'
import type { accountsTexts } from './accounts.text.ts'

/** One account as the list receives it. */
export type Account = OutputOf<typeof accounts>['accounts'][number]
/** One role set. */
export type Role = OutputOf<typeof roles>['roles'][number]

/** How far a grant reaches, in words. */
export function reachOf(grant: Pick<ShownGrant, 'unit' | 'reach'>, t: Say<keyof (typeof accountsTexts)['vi']>): string {
  if (grant.unit === null) return t('reach.whole')
  const unit = grant.unit.name ?? t('reach.unknown')
  return grant.reach === 'own' ? unit : t(`reach.${grant.reach}`, { unit })
}
