import { Button, Popover, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { chosenCapacity } from '../capacity.ts'
import { texts } from '../kernel.text.ts'
import { useLanguage, useText } from '../language.ts'
import { type Capacity, useSessionBox } from '../session.ts'
import classes from './bar.module.css'
import { ColoursChoice, LanguageChoice, TextSizeChoice } from './preferences-choice.part.tsx'

/** Who is here and in which capacities; language, background, text size; sign out. */
export function PersonMenu() {
  const t = useText(texts)
  const { session, signOut } = useSessionBox()
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width="min(21rem, 94vw)" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.me}
          aria-label={t('me.label', { name: session.displayName })}
          onClick={() => setOpened((was) => !was)}
        >
          {initials(session.displayName)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.person}>
          <div>
            <b>{session.displayName}</b>
            <div className="soft small">{session.accountName}</div>
          </div>
          <Capacities />
          <Choice label={t('me.language')}>
            <LanguageChoice />
          </Choice>
          <Choice label={t('me.colours')}>
            <ColoursChoice />
          </Choice>
          <Choice label={t('me.textSize')}>
            <TextSizeChoice />
          </Choice>
          <Button onClick={() => void signOut()}>{t('me.signOut')}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** In which capacities the person may act; of several, the one in which this window works is chosen here. */
function Capacities() {
  const t = useText(texts)
  const language = useLanguage()
  const { session, choose } = useSessionBox()
  const { capacities } = session
  const words = (one: Capacity) => [one.title[language], one.unitName].filter(Boolean).join(' · ')
  if (capacities.length === 0) return null
  if (capacities.length === 1) return <div className="soft small">{words(capacities[0]!)}</div>
  return (
    <Radio.Group label={t('me.capacity')} value={chosenCapacity() ?? ''} onChange={(id) => void choose(id)}>
      <Stack gap="0.4rem" mt={6}>
        {capacities.map((one) => (
          <Radio key={one.id} value={one.id} label={words(one)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function Choice({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.choice}>
      <span className="soft small">{label}</span>
      {children}
    </div>
  )
}

/** The middle and given name's first letters, as people sign: Trần Thị Lan → TL from the last two words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .slice(-2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi')
}
