import { useMemo } from 'react'
import { hrefOf, useGo, usePageParams } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { PrintForm } from '#kernel/web/parts/print-form.part.tsx'
import { Answer, NotFoundState } from '#kernel/web/parts/states.part.tsx'
import { actPath } from '../addresses.rules.ts'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { UnitId } from '../words.contract.ts'
import { act as actContract } from './act.contract.ts'
import type { EnteredAct } from './act-facts.part.tsx'
import classes from './annex.module.css'
import { AnnexButton } from './annex-button.part.tsx'
import { type Paper, papersOf, paperTitles, typeOnPaper } from './paper.rules.ts'

/** "Danh sách kèm theo Quyết định": the units of an act as a paper, one list per result where units are allocated to several. */
export default function AnnexPage() {
  const { actId } = usePageParams<'actId'>()
  return UnitId.safeParse(actId).success ? <One actId={actId} /> : <NotFoundState />
}

function One({ actId }: { readonly actId: string }) {
  const s = useText(structureTexts)
  const go = useGo()
  const answer = useAnswer(actContract, { actId })
  return (
    <>
      <div className="no-print">
        <PageHeader title={s('page.annex')} actions={<AnnexButton actId={actId} />} />
      </div>
      <Answer of={answer} lines={12}>
        {(data) => (
          <PrintForm landscape onClose={() => void go(hrefOf(actPath, { actId }))}>
            <Lists data={data} />
          </PrintForm>
        )}
      </Answer>
    </>
  )
}

/** The words of the paper are the paper's own, in Vietnamese whatever the screen speaks. */
function Lists({ data }: { readonly data: EnteredAct }) {
  const { terms } = useWords()
  const lists = useMemo(() => papersOf(data, typeOnPaper(terms?.types ?? [], data.effective.on)), [data, terms])
  return lists.map((list) => <List key={list.number} list={list} />)
}

function List({ list }: { readonly list: Paper }) {
  return (
    <section className={classes.annex}>
      {list.number === null ? null : <p className={classes.number}>{list.number}</p>}
      <p className={classes.kind}>{list.kind}</p>
      <p className={classes.about}>{list.about}</p>
      <p className={classes.citation}>{list.citation}</p>
      {list.revoked === null ? null : <p className={classes.revoked}>{list.revoked}</p>}
      <table className={classes.list}>
        <thead>
          <tr>
            {paperTitles.map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.lines.map(({ unitId, cells }, at) => (
            <tr key={unitId}>
              <td>{at + 1}</td>
              {cells.map((cell, column) => (
                <td key={paperTitles[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.sum}>{list.sum}</p>
    </section>
  )
}
