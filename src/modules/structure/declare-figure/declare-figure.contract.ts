import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { HistoricalDate } from '#kernel/contract/dates.ts'
import { isClean } from '../clean-text.rules.ts'
import { UnitId } from '../words.contract.ts'

/** What a person types: brought to NFC; hidden characters are refused. */
const Typed = z
  .string()
  .trim()
  .normalize('NFC')
  .refine(isClean, {
    params: {
      vi: 'Có ký tự ẩn trong nội dung. Hãy xoá và gõ lại.',
      en: 'Holds a hidden character. Please delete and retype it.',
    },
  })

/** Where the document is found: in words, or an address that a browser may open. `javascript:` and the like are neither. */
const Whereabouts = Typed.max(500).refine(
  (text) => !/^[a-z][a-z0-9+.-]*:\S/i.test(text) || /^https?:\/\/\S/i.test(text),
  {
    params: {
      vi: 'Địa chỉ phải bắt đầu bằng http:// hoặc https://; nơi lưu thì ghi bằng lời.',
      en: 'An address begins with http:// or https://; say in words where else the document is kept.',
    },
  },
)

/** Enters a figure that a document states, with its source and definition. It stands beside the computed one, never over it. */
export const declareFigure = command('structure.declare-figure', {
  input: z.object({
    unitId: UnitId,
    measure: z.string().max(60),
    value: z.int().nonnegative().max(100_000_000),
    qualifier: z.enum(['exact', 'about', 'nearly', 'over']).default('exact'),
    asOfDate: HistoricalDate,
    /** How the document itself defines what it counted. */
    definition: Typed.min(3).max(500),
    asWritten: Typed.max(200).optional(),
    /** The document: its name, symbol, date. */
    sourceTitle: Typed.min(3).max(300),
    sourceAddress: Whereabouts.optional(),
    /** The document itself, uploaded before for `structure.declare-figure`. */
    fileId: z.uuid().optional(),
  }),
  output: z.object({ id: z.uuid() }),
  units: ['unitId'],
  permission: 'granted',
  reads: 'records',
  articles: ['domain 2.3'],
  refusals: ['unknown_measure', 'date_in_future', 'unit_did_not_live', 'unknown_file'],
})
