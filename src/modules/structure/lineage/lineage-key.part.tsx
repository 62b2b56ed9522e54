import { useText } from '#kernel/web/language.ts'
import { structureTexts } from '../structure.text.ts'
import classes from './lineage.module.css'

/** What the strokes of the picture mean; only those that occur. */
export function LineageKey(props: { readonly dotted: boolean; readonly invented: boolean }) {
  const t = useText(structureTexts)
  return (
    <>
      <Stroke>{t('lineage.key.known')}</Stroke>
      {props.dotted ? <Stroke dash="3 3.5">{t('lineage.key.unknown')}</Stroke> : null}
      {props.invented ? <Stroke faint>{t('lineage.key.invented')}</Stroke> : null}
      <span>{t('lineage.key.axis')}</span>
    </>
  )
}

function Stroke(props: { readonly dash?: string; readonly faint?: boolean; readonly children: string }) {
  return (
    <span className={classes.key}>
      <svg width="34" height="8" aria-hidden="true">
        <line
          x1="0"
          x2="34"
          y1="4"
          y2="4"
          stroke="var(--bar-none)"
          strokeWidth="8"
          strokeDasharray={props.dash}
          strokeOpacity={props.faint ? 0.55 : 1}
        />
      </svg>
      {props.children}
    </span>
  )
}
