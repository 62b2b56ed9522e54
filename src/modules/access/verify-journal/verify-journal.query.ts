import type { Verified } from '#kernel/contract/verified.ts'
import { handleOutside } from '#kernel/server/handle.ts'
import { verifyJournal } from './verify-journal.contract.ts'

export default (verify: () => Promise<Verified>) => handleOutside(verifyJournal, verify)
