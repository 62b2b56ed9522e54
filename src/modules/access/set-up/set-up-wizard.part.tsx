import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { InputOf, OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useAddress } from '#kernel/web/address.ts'
import { call, ProblemError } from '#kernel/web/client.ts'
import { useLanguage, useText } from '#kernel/web/language.ts'
import { useContractForm } from '#kernel/web/parts/use-contract-form.ts'
import { Wizard } from '#kernel/web/parts/wizard.part.tsx'
import { setUpState } from '../set-up-state/set-up-state.contract.ts'
import { missingIn, type SetUpDraft, type StepName, stepNames, stepOf } from './needed.rules.ts'
import { setUp } from './set-up.contract.ts'
import classes from './set-up.module.css'
import { setUpTexts } from './set-up.text.ts'
import { AdministratorStep, CodeStep, Needed, OrganisationStep, ReviewStep } from './steps.part.tsx'

const empty: SetUpDraft = {
  code: '',
  organisation: { name: '', shortName: '', type: null, since: null },
  administrator: { displayName: '', username: '', password: '' },
  repeat: '',
  alsoOrganisation: true,
}

/** Makes the command's input; the abbreviation is left out when empty. */
function inputOf({ code, organisation, administrator, alsoOrganisation }: SetUpDraft): InputOf<typeof setUp> {
  const { shortName, ...rest } = organisation
  const named = shortName.trim() ? { shortName } : {}
  return {
    code,
    organisation: { ...rest, ...named } as InputOf<typeof setUp>['organisation'],
    administrator,
    alsoOrganisation,
  }
}

/** The steps of the set-up. One cannot be in a step before those ahead of it are complete; nothing typed is lost by going back. */
export function SetUpWizard(props: {
  readonly today: PlainDate
  readonly types: OutputOf<typeof setUpState>['types']
  readonly onDone: (made: { name: string; username: string }) => void
}) {
  const t = useText(setUpTexts)
  const language = useLanguage()
  const [{ buoc }, setView] = useAddress({ buoc: 'ma' })
  const form = useContractForm(setUp, {
    initial: empty,
    input: inputOf,
    onDone: () => {
      const { organisation, administrator } = form.fields.getValues()
      props.onDone({ name: organisation.name.trim(), username: administrator.username.trim().toLowerCase() })
    },
  })
  const draft = form.fields.values
  const missing = missingIn(draft, props.today)
  const wanted = stepNames.find((name) => addressOf[name] === buoc) ?? 'code'
  const step = firstOpen(missing, wanted)
  const { problem, lost, pending } = form.command
  const faulty = problem ? stepOf(problem.code) : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (faulty) setView({ buoc: addressOf[faulty] })
  }, [problem])

  /** A wrong code is told where it is typed. Where that cannot be asked, the last step asks it anyway. */
  async function goTo(id: StepName): Promise<void> {
    if (step === 'code' && id !== 'code') {
      const refused = await call(setUpState, { code: draft.code }).then(
        () => null,
        (error: unknown) => (error instanceof ProblemError && error.problem.code === 'wrong_code' ? error : null),
      )
      if (refused) return form.fields.setErrors({ code: refused.problem.sentence[language] })
    }
    setView({ buoc: addressOf[id] }, { push: true })
  }

  const content = {
    code: <CodeStep form={form} />,
    organisation: <OrganisationStep form={form} types={props.types} today={props.today} />,
    administrator: <AdministratorStep form={form} />,
    review: <ReviewStep draft={draft} types={props.types} />,
  }
  return (
    <>
      <div aria-live="assertive">
        {problem ? (
          <p className={classes.refusal}>
            {problem.sentence[language]}{' '}
            {faulty && faulty !== step ? t('refused.where', { step: t(`step.${faulty}`) }) : null}
          </p>
        ) : null}
        {lost ? <p className={classes.refusal}>{t('lost')}</p> : null}
      </div>
      <Wizard
        step={step}
        onStep={(id) => void goTo(id as StepName)}
        steps={stepNames.map((name) => ({
          id: name,
          title: t(`step.${name}`),
          ready: missing[name].length === 0,
          content: (
            <div className={classes.step}>
              {content[name]}
              <Needed missing={missing[name]} />
            </div>
          ),
        }))}
        finish={
          <Button variant="filled" loading={pending} onClick={() => void form.submit()}>
            {t('send')}
          </Button>
        }
      />
    </>
  )
}

const addressOf: Readonly<Record<StepName, string>> = {
  code: 'ma',
  organisation: 'to-chuc',
  administrator: 'quan-tri',
  review: 'xem-lai',
}

/** The wanted step, or the first before it that is not complete. */
function firstOpen(missing: Readonly<Record<StepName, readonly string[]>>, wanted: StepName): StepName {
  const before = stepNames.slice(0, stepNames.indexOf(wanted))
  return before.find((name) => missing[name].length > 0) ?? wanted
}
