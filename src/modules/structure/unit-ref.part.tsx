import { Fragment } from 'react'
import { hrefOf } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { unitPath } from './addresses.rules.ts'
import { structureTexts } from './structure.text.ts'

/** A unit as a card names it; `name` is null where it is restricted. */
export interface UnitNamed {
  readonly id: string
  readonly name: string | null
}

/** A unit's name leading to its card; a restricted name is said to be one. */
export function UnitRef({ unit }: { readonly unit: UnitNamed }) {
  const t = useText(structureTexts)
  if (unit.name === null) return <span className="soft">{t('unit.nameless')}</span>
  return <PageLink href={hrefOf(unitPath, { unitId: unit.id })}>{unit.name}</PageLink>
}

/** Several units in one line. */
export function UnitRefs({ units }: { readonly units: readonly UnitNamed[] }) {
  return (
    <>
      {units.map((unit, at) => (
        <Fragment key={unit.id}>
          {at > 0 ? '; ' : ''}
          <UnitRef unit={unit} />
        </Fragment>
      ))}
    </>
  )
}
