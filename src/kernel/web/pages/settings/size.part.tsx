import { useCallback } from 'react'
import { useLanguage } from '../../language.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Writes a number of bytes as people read it: 12,3 GB. */
export function useSize(): (bytes: number) => string {
  const language = useLanguage()
  return useCallback(
    (bytes) => {
      const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)))
      const value = bytes / 1024 ** step
      const digits = { maximumFractionDigits: value < 100 && step > 0 ? 1 : 0 }
      return `${value.toLocaleString(language === 'vi' ? 'de-DE' : 'en-GB', digits)} ${units[step]}`
    },
    [language],
  )
}
