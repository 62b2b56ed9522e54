import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { PlainDate } from '#kernel/contract/dates.ts'
import { EnteredDecision } from '../acts/act-input.contract.ts'
import { UnitId } from '../words.contract.ts'

/** The purpose under which a list is uploaded. */
export const importPurpose = 'structure.import-units'

/**
 * Begins to take in a list of units (XLSX, CSV) that was uploaded: it is read after the answer, row by row, and changes nothing.
 * `structure.import-state` tells how far it is and what each row would do; `structure.commit-import` writes it.
 */
export const previewImport = command('structure.preview-import', {
  input: z.object({
    /** The unit under which the list works: nothing outside it changes. */
    under: UnitId,
    /** The first day on which it holds; past, today or to come. */
    effective: PlainDate,
    decision: EnteredDecision,
    fileId: z.uuid(),
  }),
  output: z.object({ importId: z.uuid() }),
  units: ['under'],
  permission: 'granted',
  reads: 'records',
  journal: 'none',
  articles: ['design 4', '138-QĐ/TW, Đ9.1'],
  refusals: ['unknown_file', 'unit_did_not_live'],
})
