import type { ReactNode } from 'react'
import { useFormats } from '../language.ts'
import { usePlace } from '../place.ts'
import classes from './page-header.module.css'

/** The head of a screen: its title (also the tab's), one sentence of what matters, and what can be done here. */
export function PageHeader(props: { readonly title: string; readonly lead?: ReactNode; readonly actions?: ReactNode }) {
  usePlace({ title: props.title })
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.lead ? <p>{props.lead}</p> : null}
      </div>
      {props.actions ? <div className={`${classes.actions} no-print`}>{props.actions}</div> : null}
    </header>
  )
}

/** A part of a screen with a heading and, small beside it, how many. */
export function Section(props: {
  readonly title: string
  readonly note?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const format = useFormats()
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2>
          {props.title}
          {props.note !== undefined ? (
            <em>{typeof props.note === 'number' ? format.number(props.note) : props.note}</em>
          ) : null}
        </h2>
        {props.actions}
      </div>
      {props.children}
    </section>
  )
}
