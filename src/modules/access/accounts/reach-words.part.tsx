import type { OutputOf } from '#kernel/contract/contract.ts'
import type { Say } from '#kernel/web/language.ts'
import type { accounts } from './accounts.contract.ts'
import type { accountsTexts } from './accounts.text.ts'

/** One account as the list receives it. */
export type Account = OutputOf<typeof accounts>['accounts'][number]
/** One role that can be given. */
export type Role = OutputOf<typeof accounts>['roles'][number]

/** How far a grant reaches, in words. */
export function reachOf(grant: Account['grants'][number], t: Say<keyof (typeof accountsTexts)['vi']>): string {
  if (grant.unitId === null) return t('reach.whole')
  const unit = grant.unitName ?? t('reach.unknown')
  return grant.below ? t('reach.below', { unit }) : unit
}
