import { Button, CloseButton } from '@mantine/core'
import type { TextParams } from '#kernel/contract/text.ts'
import { verifiedTexts } from '#kernel/contract/verified.text.ts'
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
  const found = verify.data
  return (
    <div role="status" className={classes.place}>
      {verify.isPending ? <p className="soft">{t('verify.running')}</p> : null}
      {verify.error ? <ErrorState error={verify.error} onRetry={() => verify.mutate()} /> : null}
      {found && !verify.isPending ? (
        <section className={`sheet ${classes.result}`} aria-label={t('verify.title')}>
          <CloseButton className={classes.close ?? ''} aria-label={t('verify.close')} onClick={() => verify.reset()} />
          {found.whole && found.blocks === 0 ? <NothingSealed found={found} /> : <Found found={found} />}
        </section>
      ) : null}
    </div>
  )
}

type VerifyFound = NonNullable<Verify['data']>

/** Before the first sealing there is neither a whole nor a broken chain. */
function NothingSealed({ found }: { readonly found: VerifyFound }) {
  const t = useText(journalTexts)
  return (
    <>
      <h2>{t('verify.nothing')}</h2>
      <p>{t('verify.nothing.detail')}</p>
      <p className="soft">{t('verify.nothing.waiting', { count: found.notYetSealed })}</p>
    </>
  )
}

function Found({ found }: { readonly found: VerifyFound }) {
  const t = useText(journalTexts)
  const format = useFormats()
  const moment = format.moment(found.at)
  return (
    <>
      <h2 style={{ color: found.whole ? 'var(--ok)' : 'var(--late)' }}>
        {found.whole ? t('verify.whole') : t('verify.broken', { count: found.breaksFound })}
      </h2>
      <p>
        {found.whole
          ? t('verify.whole.detail', { entries: found.sealedEntries, blocks: found.blocks, moment })
          : t('verify.broken.detail', { moment })}
      </p>
      <p className="soft">
        {remarks(found)
          .map(([key, params]) => t(key, params))
          .join(' ')}
      </p>
      {found.breaks.length > 0 ? <Breaks breaks={found.breaks} /> : null}
      {found.breaksFound > found.breaks.length ? (
        <p className="soft">{t('verify.more', { count: found.breaks.length })}</p>
      ) : null}
      {found.erased.map(({ entry, by }) => (
        <p key={entry} className="soft">
          {t('verify.erased', { entry, by })}
        </p>
      ))}
    </>
  )
}

/** An entry that has waited for longer than two seals lie apart waits for too long. */
const longestWait = 120

type Remark = [key: keyof typeof journalTexts.vi, params?: TextParams]

/** What was not covered, and what else the chain was held against. */
function remarks(found: VerifyFound): Remark[] {
  const { notYetSealed, oldestUnsealedSeconds, confirmedOutside, signaturesChecked } = found
  const waited = oldestUnsealedSeconds ?? 0
  return [
    ...(notYetSealed > 0 ? [['verify.waiting', { count: notYetSealed }] as Remark] : []),
    ...(waited > longestWait ? [['verify.waiting.oldest', { minutes: Math.floor(waited / 60) }] as Remark] : []),
    confirmedOutside === null ? ['verify.outside.none'] : ['verify.outside', { count: confirmedOutside }],
    ...(signaturesChecked ? [] : [['verify.unsigned'] as Remark]),
  ]
}

function Breaks({ breaks }: { readonly breaks: VerifyFound['breaks'] }) {
  const t = useText(journalTexts)
  const format = useFormats()
  const say = useText(verifiedTexts)
  const number = (value: number | null) => (value === null ? '' : format.number(value))
  return (
    <table className={classes.breaks}>
      <thead>
        <tr>
          <th scope="col">{t('verify.what')}</th>
          <th scope="col" className="number">
            {t('verify.block')}
          </th>
          <th scope="col" className="number">
            {t('verify.position')}
          </th>
          <th scope="col" className="number">
            {t('verify.entry')}
          </th>
        </tr>
      </thead>
      <tbody>
        {breaks.map((one) => (
          <tr key={`${one.block}-${one.position}-${one.entry}-${one.what}`}>
            <td>{say(`break.${one.what}`)}</td>
            <td className="number">{number(one.block)}</td>
            <td className="number">{number(one.position)}</td>
            <td className="number">{number(one.entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
