import type { Module } from '../server/module.ts'
import draft from './draft/draft.query.ts'
import dropDraft from './drop-draft/drop-draft.command.ts'
import keepDraft from './keep-draft/keep-draft.command.ts'
import { kernelCapabilityTexts } from './kernel.text.ts'
import setToday from './set-today/set-today.command.ts'
import settings, { type Surroundings } from './settings/settings.query.ts'

/** The kernel's own capabilities. */
export function kernelModule(options: { surroundings: Surroundings; settingsChanged: () => void }): Module {
  return {
    name: 'kernel',
    handlers: [settings(options.surroundings), setToday(options.settingsChanged), keepDraft, draft, dropDraft],
    texts: kernelCapabilityTexts,
  }
}
