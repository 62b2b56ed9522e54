import { lazy, Suspense, useState } from 'react'
import { useGo } from '../address.ts'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { unitSource } from '../modules.ts'
import { DownIcon } from '../parts/icons.tsx'
import { usePlaceNow } from '../place.ts'
import { useSession } from '../session.ts'
import classes from './bar.module.css'

const WhereDialog = lazy(() => import('./where-dialog.part.tsx'))

/** *Where*: the unit the screen is about (else the person's own), with the names above it. Opens the choice of another. */
export function Where() {
  const t = useText(texts)
  const go = useGo()
  const session = useSession()
  const place = usePlaceNow()
  const [choosing, setChoosing] = useState(false)
  const unit = place.where ?? session.organisation
  const source = unitSource()
  const words = unit ? (
    <>
      {unit.path.map((name) => (
        <span key={name} className={classes.above}>
          <span>{name}</span>›
        </span>
      ))}
      <b>{unit.name}</b>
    </>
  ) : (
    <span>{t('where.none')}</span>
  )
  if (!source) {
    return <div className={classes.where}>{words}</div>
  }
  return (
    <>
      <button
        type="button"
        className={classes.where}
        title={unit ? [...unit.path, unit.name].join(' › ') : undefined}
        aria-haspopup="dialog"
        onClick={() => setChoosing(true)}
      >
        <span className="unseen">{t('where.label')}: </span>
        {words}
        <DownIcon size="1em" />
      </button>
      {choosing ? (
        <Suspense>
          <WhereDialog
            onClose={() => setChoosing(false)}
            onChoose={(id) => {
              setChoosing(false)
              void go(source.href(id))
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
