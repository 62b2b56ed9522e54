import { Button } from '@mantine/core'
import { useState } from 'react'
import { type PagesOf, useAnswer, useAnswerPages } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { type Column, DataTable } from '#kernel/web/parts/data-table.part.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { ErrorState } from '#kernel/web/parts/states.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import { CreateAccount } from '../create-account/create-account.part.tsx'
import { roles as rolesContract } from '../roles/roles.contract.ts'
import { AccountDetail } from './account-detail.part.tsx'
import { accounts } from './accounts.contract.ts'
import { accountsTexts } from './accounts.text.ts'
import { type Account, reachOf } from './reach-words.part.tsx'

const pages: PagesOf<typeof accounts, Account> = {
  rows: (page) => page.accounts,
  next: ({ next }) => (next === null ? null : { after: next }),
}

/** Who can sign in and what was granted to whom; making an account. */
export default function AccountsPage() {
  const t = useText(accountsTexts)
  const language = useLanguage()
  const mayCreate = useMay('access.create-account')
  const [creating, setCreating] = useState(false)
  const answer = useAnswerPages(accounts, {}, pages)
  const roles = useAnswer(rolesContract, {}).data?.roles ?? []
  const columns: Column<Account>[] = [
    {
      id: 'name',
      title: t('column.name'),
      kind: 'person',
      value: ({ displayName }) => displayName,
      fixed: true,
      width: 13,
    },
    { id: 'username', title: t('column.username'), value: ({ username }) => username, width: 9 },
    {
      id: 'role',
      title: t('column.role'),
      value: ({ grants }) => unique(grants.map(({ role }) => role.name[language])) || t('grant.none'),
      width: 12,
    },
    {
      id: 'reach',
      title: t('column.reach'),
      value: ({ grants }) => unique(grants.map((grant) => reachOf(grant, t))),
      width: 18,
    },
  ]
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          mayCreate ? (
            <Button variant="filled" onClick={() => setCreating(true)}>
              {t('create.open')}
            </Button>
          ) : undefined
        }
      />
      {answer.error ? <ErrorState error={answer.error} onRetry={answer.retry} /> : null}
      {answer.error && !answer.rows ? null : (
        <DataTable
          name="tai-khoan"
          label={t('list.label')}
          rows={answer.rows}
          more={answer.more}
          rowId={({ id }) => id}
          columns={columns}
          detail={(account) => <AccountDetail account={account} roles={roles} />}
        />
      )}
      <CreateAccount
        opened={creating}
        roles={roles.filter(({ mayGive }) => mayGive)}
        onClose={() => setCreating(false)}
      />
    </>
  )
}

function unique(words: readonly string[]): string {
  return [...new Set(words)].join('; ')
}
