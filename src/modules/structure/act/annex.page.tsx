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
import { type Annex, annexesOf } from './annex.rules.ts'
import { citation, longDate, noteOnPaper, paper } from './paper.rules.ts'

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
        <PageHeader title={s('page.annex')} />
      </div>
      <Answer of={answer} lines={12}>
        {(data) => (
          <PrintForm onClose={() => void go(hrefOf(actPath, { actId }))}>
            {annexesOf(data).map((annex, at, all) => (
              <List key={annex.to?.id ?? at} data={data} annex={annex} number={all.length > 1 ? at + 1 : null} />
            ))}
          </PrintForm>
        )}
      </Answer>
    </>
  )
}

/** The words of the paper are the paper's own, in Vietnamese whatever the screen speaks. */
function List(props: { readonly data: EnteredAct; readonly annex: Annex; readonly number: number | null }) {
  const words = useWords()
  const { data, annex, number } = props
  const type = (code: string) => words.terms?.types.findLast((one) => one.code === code)?.name.vi ?? ''
  return (
    <section className={classes.annex}>
      {number === null ? null : <p className={classes.number}>Phụ lục {number}</p>}
      <p className={classes.kind}>DANH SÁCH</p>
      <p className={classes.about}>
        {annex.to ? `tổ chức đảng chuyển về trực thuộc ${annex.to.name ?? '…'}` : `tổ chức đảng ${paper[data.kind]}`}
        {`, có hiệu lực từ ${longDate(data.effective.on)}`}
      </p>
      <p className={classes.citation}>({citation(data.decision)})</p>
      <table className={classes.list}>
        <thead>
          <tr>
            <th>TT</th>
            <th>Tổ chức đảng</th>
            <th>Loại hình</th>
            <th>Cấp trên trước đó</th>
            <th>Cấp trên từ ngày có hiệu lực</th>
            <th>Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {annex.lines.map((line, at) => (
            <tr key={line.unit.id}>
              <td>{at + 1}</td>
              <td>{line.unit.name ?? '…'}</td>
              <td>{type(line.type)}</td>
              <td>{line.before?.name ?? ''}</td>
              <td>{line.after?.name ?? ''}</td>
              <td>{noteOnPaper(line, type)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.sum}>Danh sách này có {annex.lines.length} tổ chức đảng.</p>
    </section>
  )
}
