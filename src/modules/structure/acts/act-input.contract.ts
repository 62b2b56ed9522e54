import { z } from 'zod'
import { PlainDate } from '#kernel/contract/dates.ts'
import { isClean } from '../clean-text.rules.ts'
import { EnteredKind, UnitId } from '../words.contract.ts'

/** Text as a person enters it for good: NFC, without hidden characters; anything else is refused with the field named. */
const Entered = z
  .string()
  .trim()
  .refine(isClean, {
    params: {
      vi: 'Có ký tự ẩn, hoặc dấu chưa ở dạng dựng sẵn (NFC). Hãy xoá và gõ lại.',
      en: 'Holds a hidden character, or marks that are not composed (NFC). Please delete and retype it.',
    },
  })
const Name = Entered.min(1).max(300)
const ShortName = Entered.min(1).max(100)

/** The paper that decides an act; its symbol as written. */
export const EnteredDecision = z.object({
  /** Quyết định, Nghị quyết … */
  kind: Entered.min(1).max(100),
  /** Số và ký hiệu, as written: 47-QĐ/TW. */
  symbol: Entered.min(1).max(100).optional(),
  on: PlainDate.optional(),
  /** The organ that decided. */
  organ: Name.optional(),
})

/** A unit that begins. Its id is made by whoever enters the act, so that the rest of the act can name it. */
const Opened = z.object({
  id: UnitId,
  type: z.string().max(60),
  name: Name,
  shortName: ShortName.optional(),
  /** Null: a root of the tree. */
  parentId: UnitId.nullable(),
  restricted: z.boolean().default(false),
})

/** What becomes different about a unit that lives on; what is not named stays. */
const Changed = z.object({
  unitId: UnitId,
  type: z.string().max(60).optional(),
  name: Name.optional(),
  shortName: ShortName.nullable().optional(),
  parentId: UnitId.nullable().optional(),
})

const upTo = 20_000

/**
 * One act of structure: which units begin, change and end on one day, who goes on in whom, and where organs and counterparts go. What
 * stood under a unit that ends must be changed to stand elsewhere, or end too.
 */
export const ActInput = z.object({
  kind: EnteredKind,
  /** The first day on which it holds; past, today or to come. */
  effective: PlainDate,
  decision: EnteredDecision,
  note: Entered.min(1).max(2000).optional(),
  opens: z.array(Opened).max(upTo).default([]),
  changes: z.array(Changed).max(upTo).default([]),
  /** Units whose last day is the day before. */
  ends: z.array(UnitId).max(upTo).default([]),
  /** Who goes on in whom. */
  lineage: z
    .array(z.object({ from: UnitId, to: UnitId }))
    .max(upTo)
    .default([]),
  /** Organs of committees that go over to another unit; those of a unit that ends, not named here, end with it. */
  organs: z
    .array(z.object({ id: z.uuid(), to: UnitId }))
    .max(upTo)
    .default([]),
  /** Counterparts likewise. */
  counterparts: z
    .array(z.object({ id: z.uuid(), to: UnitId }))
    .max(upTo)
    .default([]),
})
export type ActInput = z.infer<typeof ActInput>

/** The fields of an act that name units on which its right is checked, and those that name units it makes; under a prefix. */
export const actUnits = (prefix = '') => ({
  units: [
    'changes[].unitId',
    'changes[].parentId',
    'ends[]',
    'opens[].parentId',
    'lineage[].from',
    'lineage[].to',
    'organs[].to',
    'counterparts[].to',
  ].map((path) => prefix + path),
  makes: [`${prefix}opens[].id`],
})
