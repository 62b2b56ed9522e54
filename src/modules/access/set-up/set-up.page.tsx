import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGo } from '#kernel/web/address.ts'
import { useAnswer } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import { PageHeader } from '#kernel/web/parts/page-header.part.tsx'
import { Answer } from '#kernel/web/parts/states.part.tsx'
import { useSessionBox } from '#kernel/web/session.ts'
import { setUpState } from '../set-up-state/set-up-state.contract.ts'
import { NextSteps } from './next-steps.part.tsx'
import { setUpTexts } from './set-up.text.ts'
import { SetUpWizard } from './set-up-wizard.part.tsx'

/** The first run: makes the first organisation and the first administrator, and then never again. */
export default function SetUpPage() {
  const t = useText(setUpTexts)
  const state = useAnswer(setUpState, {})
  const [made, setMade] = useState<{ name: string; username: string } | null>(null)
  if (made) {
    return (
      <>
        <PageHeader title={t('done.title')} lead={t('done.lead', { name: made.name })} />
        <NextSteps username={made.username} />
        <ToSignIn />
      </>
    )
  }
  return (
    <Answer of={state}>
      {({ done, today, types }) =>
        done ? (
          <>
            <PageHeader title={t('already.title')} lead={t('already.lead')} />
            <ToSignIn />
          </>
        ) : (
          <>
            <PageHeader title={t('title')} lead={t('lead')} />
            <SetUpWizard today={today} types={types} onDone={setMade} />
          </>
        )
      }
    </Answer>
  )
}

function ToSignIn() {
  const t = useText(setUpTexts)
  const go = useGo()
  const { refresh } = useSessionBox()
  return (
    <Button variant="filled" onClick={() => void refresh().then(() => go('/dang-nhap'))}>
      {t('done.sign-in')}
    </Button>
  )
}
