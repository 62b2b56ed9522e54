import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { FigureMark, FigureNote } from '#kernel/web/parts/figure-mark.part.tsx'
import { useWords } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import { type TreeUnit, tree } from '../tree/tree.contract.ts'
import { type Card, toldDay } from './history.rules.ts'

/**
 * What stands directly below a unit on its card's day: `figure` null where no source says, `figureInvented` where invented units are
 * counted. The card itself counts without knowing either. Undefined while it is on its way, or where the unit does not live.
 */
export function useDirect(data: Card | undefined): TreeUnit | undefined {
  const under = data?.id ?? ''
  const answer = useAnswer(
    tree,
    { asOf: data?.asOf, under, levels: 0, figure: 'direct' },
    { keep: true, enabled: data?.state === 'alive' },
  )
  return answer.data?.units.find(({ id }) => id === under)
}

/** "61 tổ chức: 34 đảng bộ cấp trên cơ sở, 27 đảng bộ cơ sở", marked where invented units are counted; or that no source says. */
export function DirectSubordinates({ data }: { readonly data: Card }) {
  const t = useText(structureTexts)
  const words = useWords()
  const known = useDirect(data)
  if (data.state !== 'alive')
    return <span className="soft">{t(data.state === 'no_source' ? 'state.noSource' : 'card.noneThatDay')}</span>
  if (!known) return null
  if (known.figure === null) return <span className="soft">{t('state.noSource')}</span>
  if (known.figure === 0) return <span className="soft">{t('card.noDirect')}</span>
  const parts = data.direct.map((counted) => words.count(counted, toldDay(data)))
  const said = parts.length === 1 ? parts[0] : t('card.directOf', { count: known.figure, parts: parts.join(', ') })
  return (
    <>
      <FigureMark invented={known.figureInvented}>{said}</FigureMark>
      {known.figureInvented ? <FigureNote>{t('figures.inventedNote')}</FigureNote> : null}
    </>
  )
}
