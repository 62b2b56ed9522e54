import type { vi } from './kernel.text.vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'module.name': 'The product itself',
  'capability.settings': 'See the settings',
  'capability.set-today': 'Set the business day of the demo',
  'capability.keep-draft': 'Keep one’s own draft',
  'capability.draft': 'Open one’s own draft again',
  'capability.drop-draft': 'Drop one’s own draft',
  'capability.file': 'Open an attached file',
  'refusal.too_large':
    'The draft is longer than what is kept. What you typed is still on your screen; send it, or split it.',
  'refusal.no_demo': 'This is no demo: the calendar says which day it is.',
}
