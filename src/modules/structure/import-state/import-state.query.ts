import { handle } from '#kernel/server/handle.ts'
import { listLinks } from '../card/stretches.read.ts'
import { countStaged, findImport, listStaged } from '../imports/staged.read.ts'
import { sentenceOf } from '../imports/why.rules.ts'
import { importState } from './import-state.contract.ts'

export default handle(importState, async (work, { importId, verdict, after, limit }) => {
  const kept = (await findImport(work.db, importId, work.actor!.accountId)) ?? work.missing()
  const file = await work.tx
    .selectFrom('kernel.file')
    .select(['id', 'name'])
    .where('id', '=', kept.fileId)
    .executeTakeFirstOrThrow()
  const staged = limit === 0 ? [] : await listStaged(work.db, importId, { verdict, after, limit })
  const names = await listLinks(work.db, [kept.under], kept.effective)
  return {
    importId,
    state: kept.state,
    under: { id: kept.under, name: names.get(kept.under) ?? null },
    effective: kept.effective,
    decision: kept.decision,
    file,
    total: kept.total,
    done: kept.done,
    counts: kept.counts ?? (await countStaged(work.db, importId)),
    passedOver: [...(kept.layout?.rest ?? [])],
    refusal: kept.refusal,
    acts: [...(kept.acts ?? [])] as never,
    rows: staged.map(({ no, verdict, name, unitId, changes, faults }) => ({
      no,
      verdict,
      name,
      unitId,
      changes: [...changes],
      faults: faults.map((fault) => ({ place: fault.place, why: sentenceOf(fault) })),
    })),
    next: limit > 0 && staged.length === limit ? staged.at(-1)!.no : null,
  }
})
