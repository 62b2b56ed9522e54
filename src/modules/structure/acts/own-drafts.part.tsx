import { Button } from '@mantine/core'
import type { drafts } from '#kernel/capabilities/drafts/drafts.contract.ts'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { uuidv7 } from '#kernel/contract/ids.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { PageLink } from '#kernel/web/parts/link.part.tsx'
import { reorganisePath } from '../addresses.rules.ts'
import { actTexts } from './acts.text.ts'
import classes from './own-drafts.module.css'

/** The address of a new act, as yet without a draft. */
export function newActHref(): string {
  return hrefOf(reorganisePath, {}, { nhap: uuidv7() })
}

/** One's own acts that are being prepared, each to be taken up again. */
export function OwnDrafts({ drafts: list, more }: OutputOf<typeof drafts>) {
  const t = useText(actTexts)
  const format = useFormats()
  return (
    <>
      <ul className={classes.drafts}>
        {list.map(({ key, about, savedAt }) => (
          <li key={key}>
            <PageLink href={hrefOf(reorganisePath, {}, { nhap: key })}>{about ?? t('drafts.untold')}</PageLink>
            <span className="soft small">{t('drafts.kept', { time: format.moment(savedAt) })}</span>
          </li>
        ))}
      </ul>
      {more ? <p className="soft small">{t('drafts.more')}</p> : null}
    </>
  )
}

/** Where the wizard is entered while drafts wait: one of them, or a new act. */
export function DraftsOrNew(answer: OutputOf<typeof drafts>) {
  const t = useText(actTexts)
  const go = useGo()
  return (
    <section className="sheet padded" aria-labelledby="own-drafts">
      <h2 id="own-drafts">{t('drafts.title')}</h2>
      <p className="soft">{t('drafts.lead')}</p>
      <OwnDrafts {...answer} />
      <Button variant="filled" onClick={() => void go(newActHref())}>
        {t('drafts.new')}
      </Button>
    </section>
  )
}
