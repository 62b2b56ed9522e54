import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { setPreferences, type TextSize, textSizes, usePreferences } from '../preferences.ts'

/** Vietnamese or English. */
export function LanguageChoice() {
  const t = useText(texts)
  const { language } = usePreferences()
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('me.language')}
      value={language}
      onChange={(value) => setPreferences({ language: value === 'en' ? 'en' : 'vi' })}
      data={[
        { value: 'vi', label: 'Tiếng Việt' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}

/** Light, dark, or as the device says. */
export function ColoursChoice() {
  const t = useText(texts)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('me.colours')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as MantineColorScheme)}
      data={[
        { value: 'light', label: t('me.colours.light') },
        { value: 'dark', label: t('me.colours.dark') },
        { value: 'auto', label: t('me.colours.auto') },
      ]}
    />
  )
}

/** 100, 115 or 130 percent. */
export function TextSizeChoice() {
  const t = useText(texts)
  const { textSize } = usePreferences()
  return (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t('me.textSize')}
      value={textSize}
      onChange={(value) => setPreferences({ textSize: value as TextSize })}
      data={textSizes.map((size) => ({ value: size, label: `${size}%` }))}
    />
  )
}
