import { Button } from '@mantine/core'
import { addDays } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useAsOf } from '#kernel/web/as-of.ts'
import { useKnownOn } from '#kernel/web/known-on.ts'
import { useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { useMay } from '#kernel/web/session.ts'
import type { EnteredAct } from '../act/act-facts.part.tsx'
import { comparePath } from '../addresses.rules.ts'
import { compareTexts } from './compare.text.ts'
import { yearBefore } from './days.rules.ts'
import { commonSuperior } from './superior.rules.ts'

/** Leads to what stood under a unit a year before the day being looked at, beside that day. */
export function CompareLink(props: { readonly unitId: string; readonly as: 'button' | 'link' }) {
  const t = useText(compareTexts)
  const go = useGo()
  const { asOf } = useAsOf()
  const may = useMay('structure.compare')
  // Two days are compared as is believed now; from a page that tells what was believed then nothing leads there.
  const { knownOn } = useKnownOn()
  const href = hrefOf(comparePath, { unitId: props.unitId }, { tu: yearBefore(asOf), den: asOf })
  if (!may || knownOn) return null
  return props.as === 'link' ? (
    <PageLink href={href}>{t('open')}</PageLink>
  ) : (
    <Button onClick={() => void go(href)}>{t('open')}</Button>
  )
}

/** Leads to the day before an act beside its day, under the unit that stood above all it touched; nothing where that is not known. */
export function CompareAct({ data }: { readonly data: EnteredAct }) {
  const t = useText(compareTexts)
  const go = useGo()
  const may = useMay('structure.compare')
  const above = commonSuperior(data)
  const on = data.effective.on
  if (!may || !above || data.revoked) return null
  return (
    <Button onClick={() => void go(hrefOf(comparePath, { unitId: above.id }, { tu: addDays(on, -1), den: on }))}>
      {t('open')}
    </Button>
  )
}
