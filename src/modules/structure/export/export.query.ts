import { type DownloadAddress, download } from '#kernel/server/download.ts'
import { handle } from '#kernel/server/handle.ts'
import { listLinks } from '../card/stretches.read.ts'
import { exportUnits } from './export.contract.ts'
import { findExported } from './export.read.ts'
import { nameOfExport, writeExported } from './export.write.ts'

export default (addressOf: DownloadAddress) =>
  handle(exportUnits, async (work, input) => {
    const { asOf, actor } = work
    const { under, knownOn, format } = input
    const unit = under ? ((await listLinks(work.db, [under], asOf)).get(under) ?? work.missing()) : null
    // The day is part of the question: an address opened after midnight still gives the file it was made for.
    return {
      ...nameOfExport(unit, { asOf, knownOn }, format),
      address: addressOf(exportUnits.name, { ...input, asOf }, actor!.accountId),
    }
  })

/** The file itself, when its address is opened. */
export const exportedFile = download(exportUnits, findExported, writeExported)
