import { useSyncExternalStore } from 'react'
import type { Language } from '#kernel/contract/text.ts'

/** Sizes of text in percent that a person may choose. */
export const textSizes = ['100', '115', '130'] as const
export type TextSize = (typeof textSizes)[number]

/** What this browser remembers of the person's wishes. Colours are kept by Mantine under `lienchi.colours`. */
export interface Preferences {
  readonly language: Language
  readonly textSize: TextSize
}

const listeners = new Set<() => void>()
let current: Preferences = { language: remembered('language') === 'en' ? 'en' : 'vi', textSize: sizeOf() }

function sizeOf(): TextSize {
  const size = remembered('text-size')
  return size === '115' || size === '130' ? size : '100'
}

/** A value this browser remembers under the product's prefix, or null (also where storage is closed). */
export function remembered(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(`lienchi.${key}`) ?? null
  } catch {
    return null
  }
}

/** Remembers a value in this browser, or forgets it when null. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`lienchi.${key}`)
    else localStorage.setItem(`lienchi.${key}`, value)
  } catch {
    // Storage closed or full: the product works on, it only forgets.
  }
}

/** The preferences now, outside React. */
export function preferences(): Preferences {
  return current
}

/** Changes preferences, marks the page (`lang`, text size) and remembers them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  remember('language', current.language)
  remember('text-size', current.textSize)
  applyPreferences()
  for (const listener of listeners) listener()
}

/** Marks `<html>` with the language and the text size. */
export function applyPreferences(): void {
  document.documentElement.lang = current.language
  document.documentElement.dataset.textSize = current.textSize
}

/** The preferences, kept up to date in a component. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
