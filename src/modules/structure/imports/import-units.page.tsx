import { useAddress } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { BringList } from './bring-list.part.tsx'
import { ImportStanding } from './import-standing.part.tsx'
import { importTexts } from './imports.text.ts'

/** Takes in a list of units: under whom, since when, by which paper, the file; then what each row would do; then it is written. */
export default function ImportUnitsPage() {
  const s = useText(structureTexts)
  const t = useText(importTexts)
  // The import in hand stands in the address: one may leave and find it again.
  const [view, setView] = useAddress({ lan: '', 'don-vi': '' })
  const known = view.lan === '' || UnitId.safeParse(view.lan).success
  return (
    <>
      <PageHeader title={s('page.import')} lead={t('lead')} />
      {view.lan === '' ? (
        <BringList under={view['don-vi']} onBegun={(lan) => setView({ lan }, { push: true })} />
      ) : known ? (
        <ImportStanding
          key={view.lan}
          importId={view.lan}
          onBegun={(lan) => setView({ lan }, { push: true })}
          onAnother={() => setView({ lan: '' }, { push: true })}
        />
      ) : (
        <NotFoundState />
      )}
    </>
  )
}
