import { useText } from '#kernel/web/language.ts'
import { FigureMark, FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { type Card, toldDay } from './history.rules.ts'

/** "61 tổ chức: 34 đảng bộ cấp trên cơ sở, 27 đảng bộ cơ sở", marked where invented units are counted; or that no source says. */
export function DirectSubordinates({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const { direct, directInvented, state } = data
  if (state !== 'alive')
    return <span className="soft">{t(state === 'no_source' ? 'state.noSource' : 'card.noneThatDay')}</span>
  if (direct === null) return <span className="soft">{t('state.noSource')}</span>
  if (direct.length === 0) return <span className="soft">{t('card.noDirect')}</span>
  const parts = direct.map((counted) => words.count(counted, toldDay(data)))
  const count = direct.reduce((sum, { units }) => sum + units, 0)
  const said = parts.length === 1 ? parts[0] : t('card.directOf', { count, parts: parts.join(', ') })
  return (
    <>
      <FigureMark invented={directInvented}>{said}</FigureMark>
      {directInvented ? <FigureNote>{t('figures.inventedNote')}</FigureNote> : null}
    </>
  )
}
