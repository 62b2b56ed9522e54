import { handle } from '#kernel/server/handle.ts'
import { loadTerms } from './load-terms.contract.ts'
import { writeTerms } from './load-terms.write.ts'

export default handle(loadTerms, async (work, { terms }) => {
  await writeTerms(work.db, terms)
  const kinds = terms.organs.length + terms.counterparts.length + terms.agencies.length + terms.facts.length
  const counts = { types: terms.types.length, kinds, measures: terms.measures.length }
  work.record({ subjects: ['frame'], after: counts })
  return counts
})
