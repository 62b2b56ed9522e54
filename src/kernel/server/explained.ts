import type { Kernel } from './kernel.ts'
import type { Session } from './ports.ts'
import { Refusal } from './refusal.ts'

/** A refusal for want of a right, with the grant that would have sufficed and who can give it; anything else as it is. */
export async function explained(kernel: Kernel, actor: Session | null, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || !error.details.wanted || !actor?.inside) return error
  const { wanted } = error.details
  try {
    const { today } = await kernel.clocks()
    const missing = await kernel.ports.explainMissing(actor, wanted, today)
    return new Refusal(error.kind, error.code, { ...error.details, wanted: { ...wanted, ...missing } })
  } catch (failure) {
    kernel.alarm(failure, 'explaining a refusal')
    return error
  }
}
