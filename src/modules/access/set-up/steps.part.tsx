import type { OutputOf } from '#kernel/contract/contract.ts'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { useFormats, useLanguage, useText } from '#kernel/web/language.ts'
import { ChoiceField, DayField, TextField, YesField } from '#kernel/web/parts/fields.part.tsx'
import type { FormOf } from '#kernel/web/parts/use-contract-form.ts'
import { PasswordField } from '../change-password/password-field.part.tsx'
import type { setUpState } from '../set-up-state/set-up-state.contract.ts'
import type { Needed as NeededName, SetUpDraft } from './needed.rules.ts'
import { NextSteps } from './next-steps.part.tsx'
import type { setUp } from './set-up.contract.ts'
import { setUpTexts } from './set-up.text.ts'

type Form = FormOf<typeof setUp, SetUpDraft>
type Types = OutputOf<typeof setUpState>['types']

/** What is still missing before one can go on; nothing when complete. */
export function Needed({ missing }: { readonly missing: readonly NeededName[] }) {
  const t = useText(setUpTexts)
  if (missing.length === 0) return null
  return (
    <p className="soft" style={{ margin: 0 }}>
      {t('needed.label', { what: missing.map((what) => t(`needed.${what}`)).join(', ') })}
    </p>
  )
}

/** The one-time code. */
export function CodeStep({ form }: { readonly form: Form }) {
  const t = useText(setUpTexts)
  return <TextField form={form} at="code" label={t('code.label')} description={t('code.hint')} required />
}

/** The first organisation: its name, what it is, since when. */
export function OrganisationStep(props: { readonly form: Form; readonly types: Types; readonly today: PlainDate }) {
  const t = useText(setUpTexts)
  const language = useLanguage()
  const { form, types, today } = props
  return (
    <>
      <TextField
        form={form}
        at="organisation.name"
        label={t('organisation.name')}
        description={t('organisation.name.hint')}
        required
      />
      <TextField
        form={form}
        at="organisation.shortName"
        label={t('organisation.shortName')}
        description={t('organisation.shortName.hint')}
      />
      <ChoiceField
        form={form}
        at="organisation.type"
        label={t('organisation.type')}
        none={t('organisation.type.none')}
        choices={types.map(({ code, name }) => ({ value: code, label: name[language] }))}
        required
      />
      <DayField
        form={form}
        at="organisation.since"
        label={t('organisation.since')}
        description={t('organisation.since.hint')}
        max={today}
        required
      />
    </>
  )
}

/** The first administrator, with the password twice. */
export function AdministratorStep({ form }: { readonly form: Form }) {
  const t = useText(setUpTexts)
  return (
    <>
      <p className="soft" style={{ margin: 0 }}>
        {t('administrator.lead')}
      </p>
      <TextField
        form={form}
        at="administrator.displayName"
        label={t('administrator.displayName')}
        autoComplete="name"
        required
      />
      <TextField
        form={form}
        at="administrator.username"
        label={t('administrator.username')}
        description={t('administrator.username.hint')}
        autoComplete="username"
        required
      />
      <PasswordField form={form} at="administrator.password" label={t('administrator.password')} kind="new" />
      <PasswordField form={form} at="repeat" label={t('administrator.repeat')} kind="repeat" />
      <YesField
        form={form}
        at="alsoOrganisation"
        label={t('administrator.also')}
        description={t('administrator.also.hint')}
      />
    </>
  )
}

/** Everything once more before it is written, and what comes after. */
export function ReviewStep({ draft, types }: { readonly draft: SetUpDraft; readonly types: Types }) {
  const t = useText(setUpTexts)
  const language = useLanguage()
  const format = useFormats()
  const { organisation, administrator } = draft
  const type = types.find(({ code }) => code === organisation.type)
  return (
    <>
      <p style={{ margin: 0 }}>{t('review.lead')}</p>
      <dl className="facts sheet padded">
        <dt>{t('organisation.name')}</dt>
        <dd>{organisation.name.trim()}</dd>
        {organisation.shortName.trim() ? (
          <>
            <dt>{t('organisation.shortName')}</dt>
            <dd>{organisation.shortName.trim()}</dd>
          </>
        ) : null}
        <dt>{t('organisation.type')}</dt>
        <dd>{type?.name[language]}</dd>
        <dt>{t('organisation.since')}</dt>
        <dd>{organisation.since ? format.date(organisation.since) : ''}</dd>
        <dt>{t('step.administrator')}</dt>
        <dd>{administrator.displayName.trim()}</dd>
        <dt>{t('administrator.username')}</dt>
        <dd>{administrator.username.trim().toLowerCase()}</dd>
      </dl>
      <h3>{t('review.next')}</h3>
      <NextSteps username={administrator.username.trim().toLowerCase()} />
    </>
  )
}
