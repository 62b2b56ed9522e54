import { type DownloadAddress, download } from '#kernel/server/download.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Work } from '#kernel/server/work.ts'
import { tellAct } from '../act/act.read.ts'
import { papersOf, typeOnPaper } from '../act/paper.rules.ts'
import { listActs } from '../acts.read.ts'
import { annex } from './annex.contract.ts'
import { type Found, nameOfAnnex, writeAnnex } from './annex.write.ts'

export default (addressOf: DownloadAddress) =>
  handle(annex, async (work, input) => {
    const line = (await listActs(work.db, [input.actId]))[0] ?? work.missing()
    return { ...nameOfAnnex(line), address: addressOf(annex.name, input, work.actor!.accountId) }
  })

/** The file itself, when its address is opened. */
export const annexFile = download(annex, find, writeAnnex)

async function find(work: Work<'structure.annex', never>, { actId }: { actId: string }): Promise<Found> {
  const act = (await tellAct(work.db, actId)) ?? work.missing()
  const rows = await work.db
    .selectFrom('structure.unit_type')
    .select(['code', 'valid_at', 'name_vi', 'name_en'])
    .orderBy('rank')
    .execute()
  const types = rows.map(({ code, valid_at, name_vi, name_en }) => ({
    code,
    valid: valid_at,
    name: { vi: name_vi, en: name_en },
  }))
  return { act, papers: papersOf(act, typeOnPaper(types, act.effective.on)) }
}
