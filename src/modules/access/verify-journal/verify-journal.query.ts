import type { Engine } from '#kernel/db/engine.ts'
import { handleOutside } from '#kernel/server/handle.ts'
import { verifyJournal as verify } from '#kernel/server/seal.ts'
import { verifyJournal } from './verify-journal.contract.ts'

export default (engine: Engine, key: string | undefined) => handleOutside(verifyJournal, () => verify(engine, key))
