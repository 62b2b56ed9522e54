import type { Contract } from '#kernel/contract/contract.ts'
import { readRoles, readTerms } from '#src/product.ts'
import { fresh } from './founders.ts'
import { testPassword } from './harness.ts'

/** An act that nothing allows: it would move a unit under itself. */
function renaming(unitId: string) {
  return { kind: 'end', effective: '2999-01-01', decision: { kind: 'x' }, changes: [{ unitId, parentId: unitId }] }
}

/** An input that the contract takes, and that no handler can do anything with. */
export function validEnough(contract: Contract, unitId: string): Record<string, unknown> {
  const asOfDate = { on: '2999-01-01', precision: 'day' }
  const candidates = [
    {},
    { unitId },
    { unitIds: [unitId] },
    { text: 'không có gì' },
    { today: '2024-01-15' },
    { entryId: 987654321, ground: 'xxx' },
    { capability: 'x' },
    { capability: 'x', value: {} },
    { purpose: 'x', name: 'x', size: 1, nothingClassed: true },
    { fileId: unitId, no: 0, bytes: '' },
    { unitId, measure: 'members' },
    { unitId, figureId: unitId, value: 1, asOfDate, definition: 'xxx', version: 0 },
    { unitId, measure: 'members', value: 1, asOfDate, definition: 'xxx', sourceTitle: 'xxx' },
    { figureId: unitId },
    { id: unitId },
    { username: 'khong.co', password: 'x' },
    { current: 'sai-mat-khau-roi', next: 'sai-mat-khau-roi-nua' },
    { displayName: 'Xx', username: fresh('x'), password: testPassword, role: 'không có', unitId, origin: 'xxx' },
    { accountId: unitId },
    { accountId: unitId, role: 'không có', unitId, origin: 'xxx' },
    { grantId: unitId, reason: 'xxx', on: '2000-01-01' },
    { grantId: unitId, accountId: unitId, from: '2999-01-01', until: '2999-02-01', reason: 'xxx' },
    { file: readRoles() },
    { subject: `unit:${unitId}` },
    { mandateId: unitId, reason: 'xxx' },
    { compartmentId: unitId },
    { compartmentId: unitId, reason: 'xxx' },
    {
      kind: 'inspection',
      name: 'xxxxx',
      document: { kind: 'x' },
      unitId,
      from: '2024-01-15',
      until: '2024-01-15',
      shownOn: '2024-01-15',
      team: [unitId],
    },
    { kind: 'complaint', name: 'xxxxx', unitId, team: [{ accountId: unitId, part: 'member' }] },
    {
      code: 'x',
      organisation: { name: 'xxx', type: 'x', since: '2020-01-01' },
      administrator: { displayName: 'xx', username: 'xxx', password: testPassword },
    },
    {
      history: {
        format: 'lienchi-history/1',
        name: 'x',
        title: { vi: 'x', en: 'x' },
        sources: [],
        acts: [{ key: 'a', kind: 'end', effective: asOfDate, source: 'x' }],
      },
    },
    { format: 'csv' },
    { importId: unitId },
    { importId: unitId, format: 'csv' },
    { under: unitId, from: '2020-01-01', until: '2024-01-01' },
    { under: unitId, effective: '2024-01-01', decision: { kind: 'x' }, fileId: unitId },
    { actId: unitId },
    { actId: unitId, version: 0, reason: 'xxx' },
    { actId: unitId, version: 0, decision: { kind: 'x' } },
    { act: renaming(unitId) },
    { actId: unitId, version: 0, act: renaming(unitId), reason: 'xxx' },
    { terms: readTerms() },
    { unitId, measure: 'members', from: '2020-01-01', until: '2024-01-01' },
  ]
  const fields = (contract.input as { shape?: Record<string, unknown> }).shape ?? {}
  const found = candidates
    .map((candidate) => Object.fromEntries(Object.entries(candidate).filter(([key]) => key in fields)))
    .find((candidate) => contract.input.safeParse(candidate).success)
  if (!found) throw new Error(`no input known for ${contract.name}`)
  return found
}
