import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useText } from '#kernel/web/language.ts'
import { Chip } from '#kernel/web/parts/chip.part.tsx'
import { useWords } from './say.part.tsx'
import classes from './structure.module.css'
import { structureTexts } from './structure.text.ts'
import type { Source } from './words.contract.ts'

type SourceOf = z.infer<typeof Source>

/** Where a fact comes from, one press away: a small word that opens the source, its kind, and what else is said with it. */
export function SourceNote(props: {
  readonly source: SourceOf
  /** What stands in the line; "nguồn" when not said. */
  readonly label?: ReactNode
  /** More about the fact: its definition, how it was written. */
  readonly children?: ReactNode
}) {
  const t = useText(structureTexts)
  return (
    <Popover position="bottom" width="min(24rem, 92vw)" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={`${classes.source} no-print`}>
          {props.label ?? t('source.open')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.sourceBox}>
          {props.children}
          <SourceLines source={props.source} />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** A source in full: its title, its kind, its address if it has one. */
export function SourceLines({ source }: { readonly source: SourceOf }) {
  const t = useText(structureTexts)
  const words = useWords()
  const web = /^https?:\/\//.test(source.address ?? '')
  return (
    <div>
      <div className="soft small">{t('source.title')}</div>
      <div>{words.sentence(source.title)}</div>
      <Chip tone={source.grade === 'illustrative' ? 'invented' : source.grade === 'own' ? 'unsure' : 'plain'}>
        {t(`source.grade.${source.grade}`)}
      </Chip>
      {source.address ? (
        <div className={classes.sourceAddress}>
          {web ? (
            <a href={source.address} target="_blank" rel="noreferrer">
              {source.address}
            </a>
          ) : (
            source.address
          )}
        </div>
      ) : null}
    </div>
  )
}
