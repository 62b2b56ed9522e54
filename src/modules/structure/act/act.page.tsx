import { Button } from '@mantine/core'
import { hrefOf, useGo, usePageParams } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PrintIcon } from '#kernel/web/parts/icons.tsx'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Answer, NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { actTexts } from '../acts/acts.text.ts'
import { BelongingsTable } from '../acts/belongings-table.part.tsx'
import { annexPath } from '../addresses.rules.ts'
import { upperFirst } from '../first-letter.rules.ts'
import { useSayDate } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { act as actContract } from './act.contract.ts'
import { ActDeeds } from './act-deeds.part.tsx'
import { ActFacts, type EnteredAct, RevokedNotice } from './act-facts.part.tsx'
import { ActUnits } from './act-units.part.tsx'

/** One act of structure: what was decided, who entered it, what it did to which unit, and what can be done about it. */
export default function ActPage() {
  const { actId } = usePageParams<'actId'>()
  return UnitId.safeParse(actId).success ? <One actId={actId} /> : <NotFoundState />
}

function One({ actId }: { readonly actId: string }) {
  const answer = useAnswer(actContract, { actId })
  return (
    <Answer of={answer} lines={10}>
      {(data) => <Shown data={data} />}
    </Answer>
  )
}

function Shown({ data }: { readonly data: EnteredAct }) {
  const t = useText(actTexts)
  const s = useText(structureTexts)
  const go = useGo()
  const say = useSayDate()
  return (
    <>
      <PageHeader
        title={t('act.title', { kind: upperFirst(s(`act.${data.kind}`)), date: say(data.effective) })}
        actions={
          <Button leftSection={<PrintIcon />} onClick={() => void go(hrefOf(annexPath, { actId: data.id }))}>
            {t('act.annex')}
          </Button>
        }
      />
      {data.revoked ? <RevokedNotice decision={data.revoked} /> : null}
      <ActFacts data={data} />
      <ActDeeds data={data} />
      <ActUnits data={data} />
      <BelongingsTable rows={data.belongings} />
    </>
  )
}
