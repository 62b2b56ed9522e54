import { z } from 'zod'
import { Period } from '#kernel/contract/dates.ts'
import { GroundDocument } from '../grant/grant.contract.ts'

/**
 * What a compartment is about. Apart from the tree (design 5): discipline, complaints, opinions on personnel, remarks of the residence,
 * income; and the identity of a denouncer, held apart within the case itself.
 */
export const CompartmentKind = z.enum(['discipline', 'complaint', 'personnel', 'residence', 'income', 'denouncer'])

/** A compartment as its team sees it. */
export const ShownCompartment = z.object({
  id: z.uuid(),
  kind: CompartmentKind,
  name: z.string(),
  unit: z.object({ id: z.uuid(), name: z.string().nullable() }),
  /** The compartment within which it is held apart. */
  within: z.uuid().nullable(),
  document: GroundDocument.nullable(),
  valid: Period,
})
