import { eraseValuesOf } from '#kernel/server/erase.ts'
import { handle } from '#kernel/server/handle.ts'
import { eraseValues } from './erase-values.contract.ts'

export default handle(eraseValues, async (work, { entryId, ground }) => {
  const erased = await eraseValuesOf(work, entryId)
  if (erased === null) return work.missing()
  if ('refused' in erased) return work.refuse(erased.refused)
  work.record({ subjects: [`entry:${entryId}`, erased.subject], ground })
  return {}
})
