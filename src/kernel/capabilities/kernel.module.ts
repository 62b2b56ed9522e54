import type { FilePurpose } from '#kernel/contract/files.ts'
import type { Module } from '../server/module.ts'
import addChunk from './add-chunk/add-chunk.command.ts'
import beginFile from './begin-file/begin-file.command.ts'
import draft from './draft/draft.query.ts'
import drafts from './drafts/drafts.query.ts'
import dropDraft from './drop-draft/drop-draft.command.ts'
import file, { type AddressOf } from './file/file.query.ts'
import finishFile from './finish-file/finish-file.command.ts'
import keepDraft from './keep-draft/keep-draft.command.ts'
import { kernelCapabilityTexts } from './kernel.text.ts'
import setToday, { type HoldsOn } from './set-today/set-today.command.ts'
import settings, { type Surroundings } from './settings/settings.query.ts'

interface Around {
  surroundings: Surroundings
  holdsOn: HoldsOn
  /** What all modules take as files. */
  filePurposes: () => readonly FilePurpose[]
  addressOf: AddressOf
}

/** The kernel's own capabilities. */
export function kernelModule({ surroundings, holdsOn, filePurposes, addressOf }: Around): Module {
  return {
    name: 'kernel',
    handlers: [
      settings(surroundings),
      setToday(holdsOn),
      keepDraft,
      draft,
      drafts,
      dropDraft,
      beginFile(filePurposes),
      addChunk,
      finishFile(filePurposes),
      file(addressOf),
    ],
    texts: kernelCapabilityTexts,
  }
}
