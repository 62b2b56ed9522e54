import { useEffect, useState } from 'react'
import { useAddress, useGo } from '#kernel/web/address.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { setUpPath, useAccessSession } from '../who-am-i/session.part.tsx'
import { DemoPeople } from './demo-people.part.tsx'
import classes from './sign-in.module.css'
import { signInTexts } from './sign-in.text.ts'
import { SignInForm } from './sign-in-form.part.tsx'

/** Signing in, and then on to the address one came for (`?tiep=`). Before the set-up it leads there. */
export default function SignInPage() {
  const t = useText(signInTexts)
  const go = useGo()
  const session = useAccessSession()
  const [{ tiep }] = useAddress({ tiep: '' })
  // Kept from the first moment: while one goes on, the address is the next page's already.
  const [after] = useState(placeAfter(tiep))
  const onward = session.setUpDone ? (session.signedIn ? after : null) : setUpPath
  useEffect(() => {
    if (onward !== null) void go(onward, { replace: true })
  }, [onward, go])
  if (onward !== null) return null
  return (
    <div className={classes.page} data-demo={session.demoPeople.length > 0 || undefined}>
      <div>
        <PageHeader title={t('title')} lead={after === '/' ? t('lead') : t('comingBack')} />
        <SignInForm />
      </div>
      {session.demoPeople.length > 0 ? <DemoPeople people={session.demoPeople} /> : null}
    </div>
  )
}

/** Where to go on: only an address inside the product, and never back to this page. */
function placeAfter(wanted: string): string {
  if (!/^\/(?![/\\])/.test(wanted) || wanted.startsWith('/dang-nhap')) return '/'
  return wanted
}
