import { useForm } from '@mantine/form'
import { type ReactNode, useRef } from 'react'
import type { Contract, InputOf, OutputOf } from '#kernel/contract/contract.ts'
import { ProblemError } from '../call.ts'
import { type Command, ConnectionLost, useCommand } from '../client.ts'
import { preferences } from '../preferences.ts'
import { sentencesOf } from './form-issues.ts'
import { type Draft, useDraft } from './use-draft.ts'

/** The values of a form while they are typed: as loose as typing is. */
export type FormValues = Record<string, unknown>

/** What we use of Mantine's form (its types are not exported in a way `nodenext` resolves). Paths as `from.unitId`, `lines.0.count`. */
export interface Fields<V extends FormValues> {
  readonly values: V
  readonly errors: Readonly<Record<string, ReactNode>>
  readonly getValues: () => V
  readonly setValues: (values: V) => void
  readonly setFieldValue: (path: string, value: unknown) => void
  readonly setErrors: (errors: Record<string, ReactNode>) => void
  readonly clearErrors: () => void
  readonly clearFieldError: (path: string) => void
  readonly validate: () =>
    | { hasErrors: boolean; errors: Record<string, ReactNode> }
    | Promise<{ hasErrors: boolean; errors: Record<string, ReactNode> }>
  readonly isDirty: () => boolean
  readonly resetDirty: () => void
}

/** How a form is made. */
export interface ContractFormOptions<C extends Contract<'command'>, V extends FormValues> {
  readonly initial: V
  /** Makes the command's input from what was typed; the values themselves when not said. */
  readonly input?: (values: V) => InputOf<C>
  /** Keeps a draft under this key (a unit's id, a period); no draft when not said. */
  readonly draft?: string
  readonly onDone?: (answer: OutputOf<C>) => void
}

/** A form bound to a command. Hand it to `ContractForm` and the `Field…` parts. */
export interface FormOf<C extends Contract<'command'>, V extends FormValues> {
  readonly fields: Fields<V>
  readonly command: Command<C>
  readonly draft: Draft
  readonly submit: (event?: React.FormEvent<HTMLFormElement>) => Promise<void>
  /** Throws away what was typed and the draft. */
  readonly startOver: () => Promise<void>
}

/**
 * A form whose rules are the contract's own schema and whose refusals stand at their fields. Nothing typed is lost: not by a refusal, not by
 * a lost connection, and with `draft` not by a closed tab.
 */
export function useContractForm<C extends Contract<'command'>, V extends FormValues>(
  contract: C,
  options: ContractFormOptions<C, V>,
): FormOf<C, V> {
  const inputOf = (values: V): InputOf<C> => (options.input ? options.input(values) : (values as InputOf<C>))
  const keep = useRef<(values: V) => void>(() => {})
  const fields = useForm<V>({
    initialValues: options.initial,
    validateInputOnBlur: false,
    onValuesChange: (values: V) => keep.current(values),
    validate: (values: V) => {
      const parsed = contract.input.safeParse(inputOf(values), { reportInput: true })
      return parsed.success ? {} : sentencesOf(parsed.error, preferences().language)
    },
  }) as unknown as Fields<V>
  const command = useCommand(contract)
  const draft = useDraft(contract.name, options.draft ?? null, (values) => {
    if (!fields.isDirty()) fields.setValues({ ...options.initial, ...values } as V)
  })
  keep.current = (values) => {
    if (fields.isDirty()) draft.keep(values)
  }

  async function submit(event?: React.FormEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault()
    if (command.pending) return
    const { hasErrors, errors } = await fields.validate()
    if (hasErrors) return focusFirst(Object.keys(errors))
    try {
      const answer = await command.send(inputOf(fields.getValues()))
      await draft.drop()
      fields.resetDirty()
      options.onDone?.(answer)
    } catch (error) {
      if (error instanceof ProblemError) {
        const { issues = [] } = error.problem
        const language = preferences().language
        fields.setErrors(Object.fromEntries(issues.map((issue) => [issue.at, issue.why[language]])))
        focusFirst(issues.map((issue) => issue.at))
      } else if (!(error instanceof ConnectionLost)) throw error
    }
  }

  async function startOver(): Promise<void> {
    await draft.drop()
    command.reset()
    fields.setValues(options.initial)
    fields.clearErrors()
    fields.resetDirty()
  }

  return { fields, command, draft, submit, startOver }
}

/** The keyboard goes to the first field that needs mending. */
function focusFirst(paths: readonly string[]): void {
  requestAnimationFrame(() => {
    for (const path of paths) {
      const field = document.querySelector<HTMLElement>(`[data-at="${CSS.escape(path)}"] :is(input, textarea, select)`)
      if (field) return field.focus()
    }
  })
}
