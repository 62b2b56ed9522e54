import { uuidv7 } from '#kernel/contract/ids.ts'
import { json } from '#kernel/db/fragments.ts'
import { handle } from '#kernel/server/handle.ts'
import { carryOut, constraints, entryOf } from '../acts/carry-out.write.ts'
import type { Participants } from '../acts/participant.write.ts'
import { rehearse } from '../acts/rehearse.read.ts'
import { composeActs } from '../imports/compose.rules.ts'
import { readGround } from '../imports/ground.read.ts'
import { judge } from '../imports/judge.rules.ts'
import type { Judged } from '../imports/judged.rules.ts'
import { findImport, listStaged, type StagedRow } from '../imports/staged.read.ts'
import { takeFence } from '../write-acts.write.ts'
import { commitImport } from './commit-import.contract.ts'

/** So many rows of a conflict are named. */
const named = 20

export default (participants: Participants) =>
  handle(
    commitImport,
    async (work, { importId }) => {
      await takeFence(work.db)
      const kept = (await findImport(work.db, importId, work.actor!.accountId)) ?? work.missing()
      if (kept.state === 'committed') work.refuse('committed_already')
      if (kept.state !== 'read' || !kept.layout) return work.refuse('not_read_yet')
      const staged = await listStaged(work.db, importId)
      const doing = new Set(
        staged.flatMap(({ no, verdict }) => (verdict === 'new' || verdict === 'changed' ? [no] : [])),
      )
      if (doing.size === 0) work.refuse('nothing_to_write')
      const ground = await work.asReader(() => readGround(work.db, kept.under, kept.effective))
      const first = kept.layout.head + 2
      const now = judge(inPlace(staged, first), first, kept.layout, ground)
      const changed = meanwhile(staged, now)
      if (changed.length > 0) work.conflict({ count: changed.length, rows: changed.slice(0, named) })

      const ids = new Map(now.map(({ no }) => [no, uuidv7()]))
      const list = now.filter(({ no }) => doing.has(no))
      const acts = composeActs(list, kept.effective, kept.decision, (no) => ids.get(no)!)
      const made = new Set(acts.flatMap(({ act }) => act.opens.map(({ id }) => id)))
      const touched = acts.flatMap(({ act }) => [
        ...act.changes.flatMap(({ unitId, parentId }) => [unitId, parentId]),
        ...act.opens.map(({ parentId }) => parentId),
      ])
      await work.assertReach([
        ...new Set([kept.under, ...touched.filter((id) => typeof id === 'string' && !made.has(id))]),
      ] as string[])

      const written: { actId: string; kind: (typeof acts)[number]['act']['kind']; units: number }[] = []
      for (const { act, opens, changes } of acts) {
        const trial = { id: uuidv7(), act, replaced: null, allocation: {} }
        const rehearsed = await rehearse(work, trial, participants)
        if (rehearsed.blocks.length > 0) {
          const issues = rehearsed.blocks.map(({ at, why }) => ({ at: rowAt(at, opens, changes), why }))
          work.refuse('blocked', { count: issues.length }, issues)
        }
        await carryOut(work, trial, rehearsed, participants)
        work.record(entryOf(trial.id, act, rehearsed.plan))
        written.push({ actId: trial.id, kind: act.kind, units: opens.length + changes.length })
      }
      await work.db
        .updateTable('structure.import')
        .set({ state: 'committed', acts: json(written) })
        .where('id', '=', importId)
        .execute()
      const counts = {
        new: list.filter(({ verdict }) => verdict === 'new').length,
        changed: list.filter(({ verdict }) => verdict === 'changed').length,
      }
      work.record({
        subjects: [`import:${importId}`],
        after: { effective: kept.effective, ...counts },
        ground: kept.decision,
      })
      return { acts: written, counts, version: work.entry! }
    },
    { constraints },
  )

/** The lines of the sheet where they stood: rows that held nothing were not kept. */
function inPlace(staged: readonly StagedRow[], first: number): (readonly string[])[] {
  const lines: (readonly string[])[] = []
  for (const { no, given } of staged) {
    while (lines.length < no - first) lines.push([])
    lines.push(given)
  }
  return lines
}

/** Rows that were to be written and would no longer do what the preview said. */
function meanwhile(staged: readonly StagedRow[], now: readonly Judged[]) {
  const said = (row: Pick<Judged, 'verdict' | 'unitId' | 'changes'>) => ({
    verdict: row.verdict,
    unitId: row.unitId,
    changes: row.changes,
  })
  const byNo = new Map(now.map((one) => [one.no, one]))
  return staged.flatMap((row) => {
    const is = byNo.get(row.no)!
    const same = JSON.stringify(said(row), keys) === JSON.stringify(said(is), keys)
    if (row.verdict === 'refused' || same) return []
    return [{ row: row.no, name: row.name, was: said(row), now: { ...said(is), faults: is.faults } }]
  })
}

/** In one order whatever the database made of it. */
const keys = ['verdict', 'unitId', 'changes', 'field', 'place', 'from', 'to']

function rowAt(at: string, opens: readonly number[], changes: readonly number[]): string {
  const [, list, index] = /^(opens|changes)\.(\d+)/.exec(at) ?? []
  return list ? `rows.${(list === 'opens' ? opens : changes)[Number(index)]}` : 'importId'
}
