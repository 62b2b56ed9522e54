import { Button, CloseButton } from '@mantine/core'
import { useFormats, useText } from '#kernel/web/language.ts'
import { ErrorState } from '#kernel/web/parts/states.part.tsx'
import { journalTexts } from '../journal/journal.text.ts'
import type { Verify } from './use-verify.part.tsx'
import classes from './verify.module.css'

/** Starts the verification. */
export function VerifyButton({ verify }: { readonly verify: Verify }) {
  const t = useText(journalTexts)
  return (
    <Button loading={verify.isPending} onClick={() => verify.mutate()}>
      {t('verify.run')}
    </Button>
  )
}

/** What the verification found, in words; the breaks as a table. */
export function VerifyResult({ verify }: { readonly verify: Verify }) {
  const t = useText(journalTexts)
  const format = useFormats()
  const found = verify.data
  return (
    <div role="status" className={classes.place}>
      {verify.isPending ? <p className="soft">{t('verify.running')}</p> : null}
      {verify.error ? <ErrorState error={verify.error} onRetry={() => verify.mutate()} /> : null}
      {found && !verify.isPending ? (
        <section className={`sheet ${classes.result}`} aria-label={t('verify.title')}>
          <header>
            <h2 style={{ color: found.whole ? 'var(--ok)' : 'var(--late)' }}>
              {found.whole ? t('verify.whole') : t('verify.broken', { count: found.breaks.length })}
            </h2>
            <CloseButton aria-label={t('verify.close')} onClick={() => verify.reset()} />
          </header>
          <p>
            {found.whole
              ? t('verify.whole.detail', {
                  entries: found.sealedEntries,
                  blocks: found.blocks,
                  moment: format.moment(found.at),
                })
              : t('verify.broken.detail', { moment: format.moment(found.at) })}
          </p>
          {found.notYetSealed > 0 ? <p className="soft">{t('verify.waiting', { count: found.notYetSealed })}</p> : null}
          {found.breaks.length > 0 ? <Breaks breaks={found.breaks} /> : null}
        </section>
      ) : null}
    </div>
  )
}

function Breaks({ breaks }: { readonly breaks: NonNullable<Verify['data']>['breaks'] }) {
  const t = useText(journalTexts)
  const format = useFormats()
  const say = (what: string) => (`break.${what}` in journalTexts.vi ? t(`break.${what}` as 'break.entry gone') : what)
  return (
    <table className={classes.breaks}>
      <thead>
        <tr>
          <th scope="col">{t('verify.what')}</th>
          <th scope="col" className="number">
            {t('verify.block')}
          </th>
          <th scope="col" className="number">
            {t('verify.entry')}
          </th>
        </tr>
      </thead>
      <tbody>
        {breaks.map((one) => (
          <tr key={`${one.block}-${one.entry}-${one.what}`}>
            <td>{say(one.what)}</td>
            <td className="number">{one.block === null ? '' : format.number(one.block)}</td>
            <td className="number">{one.entry === null ? '' : format.number(one.entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
