import { actorWith, type Grant } from '#kernel/server/ports.ts'
import { idOf } from '#modules/structure/index.server.ts'

const unit = (key: string) => idOf('bloc', 'unit', key)

/** What is asked: the questions of structure on the Bloc of the demo's day. */
export const questions: Record<string, { capability: string; input: unknown; times: number }> = {
  tree: { capability: 'structure.tree', input: {}, times: 40 },
  'sub-tree': { capability: 'structure.tree', input: { under: unit('c01') }, times: 150 },
  card: { capability: 'structure.card', input: { unitId: unit('c01') }, times: 200 },
  lineage: { capability: 'structure.lineage', input: { unitId: unit('bloc') }, times: 200 },
  find: { capability: 'structure.find', input: { text: 'khao sat' }, times: 200 },
  figures: { capability: 'structure.figures', input: { unitId: unit('c01') }, times: 100 },
}

const session = (grant: Omit<Grant, 'id'>) =>
  actorWith({
    accountId: '00000000-0000-8000-8000-00000000be4c',
    displayName: 'Bench',
    capacity: 'bench',
    grants: [{ id: '00000000-0000-8000-8000-00000000be4d', ...grant }],
  })

/** Whose reach is on: the widest of the Bloc, and one cell's. */
export const reaches = {
  widest: session({ role: 'organisation_officer', verbs: ['structure.*'], unitId: unit('bloc'), reach: 'below' }),
  narrow: session({
    role: 'cell_secretary',
    verbs: ['structure.tree', 'structure.card'],
    unitId: unit('c01.o1.k2'),
    reach: 'own',
  }),
}
