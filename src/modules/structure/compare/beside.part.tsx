import { Button } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useMemo } from 'react'
import { useAddress } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { Section } from '#kernel/web/parts/page-header.part.tsx'
import { PictureFrame } from '#kernel/web/parts/picture-frame.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { BesidePicture } from './beside-picture.part.tsx'
import { BesideTable } from './beside-table.part.tsx'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { besideRows, type Compared } from './sums.rules.ts'

/** So many subordinates are drawn before a person asks for all. */
const mostDrawn = 15

/** The cells of the first day by the tree then and by the tree now: explained, drawn, and as a table. */
export function Beside({ data, name }: { readonly data: Compared; readonly name: string }) {
  const t = useText(compareTexts)
  const format = useFormats()
  const rows = useMemo(() => besideRows(data), [data])
  const days = { from: format.date(data.from), until: format.date(data.until) }
  if (rows.length === 0)
    return (
      <Section title={t('beside.title')}>
        <EmptyState title={t(data.covered.from ? 'beside.noCells' : 'state.noSourceBoth', { date: days.from })} />
      </Section>
    )
  return (
    <Section title={t('beside.title')} note={format.number(rows.length)}>
      <p className="soft">{t('beside.help', days)}</p>
      {rows.some(({ byTreeThen, byTreeNow }) => byTreeThen > 1 || byTreeNow > 1) ? (
        <Drawn data={data} rows={rows} />
      ) : null}
      <BesideTable data={data} rows={rows} name="hai-cay" />
      <p className={classes.under}>
        {data.gone > 0
          ? t('beside.goneSaid', { ...days, name, count: data.gone })
          : t('beside.goneNone', { ...days, name })}
      </p>
    </Section>
  )
}

/** The picture: those that differ most, or all of them (`?ve=tat-ca`). */
function Drawn({ data, rows }: { readonly data: Compared; readonly rows: ReturnType<typeof besideRows> }) {
  const t = useText(compareTexts)
  const format = useFormats()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const { ref, width } = useElementSize()
  const [view, setView] = useAddress({ ve: '' })
  const differing = rows.filter(({ difference }) => difference !== 0)
  const few = useMemo(() => rows.filter(({ difference }) => difference !== 0).slice(0, mostDrawn), [rows])
  const all = view.ve === 'tat-ca' || (few.length === 0 && data.gone === 0)
  const title = t('beside.picture', { from: format.date(data.from) })
  const description =
    all || few.length === rows.length
      ? t('beside.whole', { count: rows.length })
      : differing.length > few.length
        ? t('beside.cutOff', { count: few.length, all: rows.length })
        : few.length === 0
          ? t('beside.same')
          : t('beside.changed', { count: few.length, rest: rows.length - few.length })
  return (
    <div ref={ref}>
      <PictureFrame
        title={title}
        description={
          <>
            {description}{' '}
            {few.length < rows.length && (few.length > 0 || data.gone > 0) ? (
              <Button
                size="compact-xs"
                className="no-print"
                onClick={() => setView({ ve: view.ve === 'tat-ca' ? '' : 'tat-ca' })}
              >
                {view.ve === 'tat-ca' ? t('beside.drawFew') : t('beside.drawAll', { count: rows.length })}
              </Button>
            ) : null}
          </>
        }
        name={t('beside.file')}
        table={<BesideTable data={data} rows={rows} name="hinh-hai-cay" />}
      >
        {width > 0 ? (
          <BesidePicture
            data={data}
            rows={all ? rows : few}
            width={Math.max(width - 34, 280)}
            size={phone ? 16 : 12.5}
            label={title}
          />
        ) : null}
      </PictureFrame>
    </div>
  )
}
