import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useAsOf } from '../as-of.ts'
import { texts } from '../kernel.text.ts'
import { useLanguage, useText } from '../language.ts'
import type { UnitChoice, UnitSource } from '../module.ts'
import { unitSource } from '../modules.ts'
import { DownIcon } from './icons.tsx'
import classes from './unit-picker.module.css'

/** What the choice of a unit takes. */
export interface UnitPickerProps {
  readonly value: UnitChoice | null
  readonly onChange: (unit: UnitChoice | null) => void
  readonly label: ReactNode
  readonly description?: ReactNode
  readonly error?: ReactNode
  readonly required?: boolean
  readonly autoFocus?: boolean
  /** How units are found; the structure module's own search when not said. Made outside the component, or kept. */
  readonly find?: UnitSource['find']
  /** What tells this search apart from others in the keeper of answers, when `find` is said. */
  readonly name?: string
}

const none: readonly UnitChoice[] = []

/** Finds a unit as one types, with the path that tells namesakes apart. As of the date in the top bar. */
export function UnitPicker(props: UnitPickerProps) {
  const t = useText(texts)
  const language = useLanguage()
  const { asOf } = useAsOf()
  const [text, setText] = useState<string | null>(null)
  const [asked] = useDebouncedValue((text ?? '').trim(), 140)
  const find = props.find ?? unitSource()?.find
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const answer = useQuery({
    queryKey: ['unit-picker', props.name ?? '', asked, asOf, language],
    queryFn: ({ signal }) => find?.(asked, { asOf, language, signal }) ?? none,
    enabled: asked !== '' && find !== undefined,
    staleTime: 30_000,
  })
  const found = asked === '' ? none : (answer.data ?? none)

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        props.onChange(found.find((unit) => unit.id === id) ?? null)
        setText(null)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          label={props.label}
          description={
            props.value && text === null ? props.value.path.join(' › ') || props.description : props.description
          }
          error={props.error}
          withAsterisk={props.required ?? false}
          value={text ?? props.value?.name ?? ''}
          placeholder={t('unit.find')}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={props.autoFocus || undefined}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={() => text !== null && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            setText(null)
          }}
          rightSection={
            props.value ? (
              <CloseButton
                size="sm"
                aria-label={t('unit.clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.onChange(null)}
              />
            ) : (
              <DownIcon />
            )
          }
          rightSectionPointerEvents={props.value ? 'all' : 'none'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={classes.options ?? ''}>
          {found.map((unit) => (
            <Combobox.Option value={unit.id} key={unit.id}>
              <span className={classes.name}>
                {unit.name}
                {unit.note ? <em>{unit.note}</em> : null}
              </span>
              <small className={classes.path}>{unit.path.join(' › ')}</small>
            </Combobox.Option>
          ))}
          {found.length === 0 ? (
            <Combobox.Empty>
              {asked === ''
                ? t('unit.begin')
                : answer.isFetching
                  ? t('search.asking')
                  : t('unit.none', { text: asked })}
            </Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
