import type { Sentence } from '#kernel/contract/problem.ts'
import { handle } from '#kernel/server/handle.ts'
import { listReadings, readingsKeptFor } from '../readings/readings.read.ts'
import { readingsOfMe } from './readings-of-me.contract.ts'

export default (titles: (capability: string) => Sentence) =>
  handle(readingsOfMe, async (work, asked) => {
    const subject = `account:${work.actor!.accountId}`
    const page = await listReadings(work.tx, { ...asked, subject }, work.today, titles)
    return { ...page, keptForDays: await readingsKeptFor(work.tx) }
  })
