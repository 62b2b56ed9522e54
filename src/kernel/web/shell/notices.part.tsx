import { Button } from '@mantine/core'
import { probe, useConnectionLost } from '../connection.ts'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { useSession } from '../session.ts'
import classes from './shell.module.css'

/** Quiet lines: the embedded database and its limits, the demo and its day. */
export function Notices() {
  const t = useText(texts)
  const format = useFormats()
  const session = useSession()
  if (!session.demo && session.engine !== 'embedded') return null
  return (
    <div className={classes.notices}>
      {session.demo ? <p>{t('notice.demo', { date: format.date(session.today) })}</p> : null}
      {session.engine === 'embedded' ? <p>{t('notice.embedded')}</p> : null}
    </div>
  )
}

/** Shown while the server cannot be reached. Calm: nothing typed is lost, and it goes away by itself. */
export function ConnectionBanner() {
  const t = useText(texts)
  const lost = useConnectionLost()
  return (
    <div role="status">
      {lost ? (
        <div className={`${classes.banner} no-print`}>
          <span>{t('connection.lost')}</span>
          <Button size="xs" onClick={() => void probe()}>
            {t('connection.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
