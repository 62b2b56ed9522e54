import { Button } from '@mantine/core'
import type { Problem } from '#kernel/contract/problem.ts'
import { texts } from '../kernel.text.ts'
import { useLanguage, useText } from '../language.ts'
import { useSessionBox } from '../session.ts'

/** For a refusal for want of a right: which roles hold it, who can give one, and one's own other capacity where that would do. */
export function MissingRight({ wanted }: { readonly wanted: NonNullable<Problem['wanted']> }) {
  const t = useText(texts)
  const language = useLanguage()
  const { choose } = useSessionBox()
  const { capacities = [], roles = [], givers = [] } = wanted
  const at = (words: string, unitName: string | null) => (unitName ? `${words}, ${unitName}` : words)
  return (
    <>
      {roles.length > 0 ? (
        <p>{t('state.error.roles', { roles: roles.map(({ name }) => name[language]).join('; ') })}</p>
      ) : null}
      {givers.length > 0 ? (
        <p>
          {t('state.error.givers', {
            givers: givers.map(({ name, role, unitName }) => `${name} (${at(role[language], unitName)})`).join('; '),
          })}
        </p>
      ) : null}
      {capacities.length > 0 ? <p>{t('state.error.otherCapacity')}</p> : null}
      {capacities.map(({ id, role, unitName }) => (
        <Button key={id} size="xs" onClick={() => void choose(id)}>
          {t('state.error.change', { capacity: at(role[language], unitName) })}
        </Button>
      ))}
    </>
  )
}
