import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { fold, foldedWords } from '#kernel/contract/fold.ts'
import { useText } from '#kernel/web/language.ts'
import { useWords } from '../say.part.tsx'
import { actTexts } from './acts.text.ts'
import classes from './allocation.module.css'
import type { BookUnit } from './book.rules.ts'
import { allocateByRules } from './compose.rules.ts'
import type { Target } from './targets.rules.ts'
import type { StepProps, TypedRule } from './wizard.rules.ts'

/** Rules that allocate many at once, the first that fits deciding; who was placed by hand stays where the hand put them. */
export function AllocationRules(
  props: StepProps & { readonly units: readonly BookUnit[]; readonly targets: readonly Target[] },
) {
  const t = useText(actTexts)
  const { draft, onChange, units, targets } = props
  const { rules } = draft
  const known = new Set(targets.map(({ id }) => id))
  const put = (at: number, change: Partial<TypedRule>) =>
    onChange({ rules: rules.map((rule, place) => (place === at ? { ...rule, ...change } : rule)) })
  const usable = rules.filter(({ to }) => known.has(to))
  function apply(): void {
    const folded = units.map(({ id, type, name }) => ({ id, type, folded: fold(name) }))
    const read = usable.map(({ type, words, to }) => ({ type, words: foldedWords(words), to }))
    onChange({ allocation: allocateByRules(folded, read, draft.allocation) })
  }
  return (
    <details className={classes.rules} open={rules.length > 0 || undefined}>
      <summary>{t('rules.title')}</summary>
      <p className="soft small">{t('rules.help')}</p>
      {rules.map((rule, at) => (
        <RuleLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
          key={at}
          rule={rule}
          {...props}
          onPut={(change) => put(at, change)}
          onRemove={() => onChange({ rules: rules.filter((_, place) => place !== at) })}
        />
      ))}
      <div className={classes.ruleActions}>
        <Button
          size="compact-sm"
          onClick={() => onChange({ rules: [...rules, { type: '', words: '', to: targets[0]?.id ?? '' }] })}
        >
          {t('rules.add')}
        </Button>
        <Button size="compact-sm" disabled={usable.length === 0} onClick={apply}>
          {t('rules.apply')}
        </Button>
        <Button size="compact-sm" onClick={() => onChange({ allocation: {} })}>
          {t('rules.clear')}
        </Button>
      </div>
    </details>
  )
}

function RuleLine(
  props: StepProps & {
    readonly units: readonly BookUnit[]
    readonly targets: readonly Target[]
    readonly rule: TypedRule
    readonly onPut: (change: Partial<TypedRule>) => void
    readonly onRemove: () => void
  },
) {
  const t = useText(actTexts)
  const words = useWords()
  const { rule, targets, onPut, day } = props
  const types = [...new Set(props.units.map(({ type }) => type))]
  return (
    <div className={classes.rule}>
      <NativeSelect
        size="sm"
        label={t('rules.type')}
        value={rule.type}
        data={[
          { value: '', label: t('rules.anyType') },
          ...types.map((value) => ({ value, label: words.shortType(value, day) })),
        ]}
        onChange={(event) => onPut({ type: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        label={t('rules.words')}
        value={rule.words}
        autoComplete="off"
        onChange={(event) => onPut({ words: event.currentTarget.value })}
      />
      <NativeSelect
        size="sm"
        label={t('rules.to')}
        value={rule.to}
        data={[
          { value: '', label: t('rules.chooseTarget') },
          ...targets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onPut({ to: event.currentTarget.value })}
      />
      <CloseButton aria-label={t('rules.remove')} onClick={props.onRemove} />
    </div>
  )
}
