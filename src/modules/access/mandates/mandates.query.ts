import { handle } from '#kernel/server/handle.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import type { GroundDocument } from '../grant/grant.contract.ts'
import { stateOn } from '../grant/grant.rules.ts'
import { namesOf } from '../powers/powers.read.ts'
import { mandates } from './mandates.contract.ts'

export default handle(mandates, async (work) => {
  const rows = await work.db.selectFrom('access.mandate').selectAll().orderBy('valid_at', 'desc').execute()
  const team = await work.db
    .selectFrom('access.held_grant')
    .select(['mandate_id', 'account_id'])
    .where('mandate_id', 'is not', null)
    .execute()
  const names = await namesOf(
    work.tx,
    team.map(({ account_id }) => account_id),
  )
  const units = await nameUnits(
    work.tx,
    rows.map(({ unit_id }) => unit_id),
    work.today,
  )
  const shown = rows.map((row) => {
    const open = stateOn(row.valid_at, work.today) !== 'ended' && work.today < row.shown_on
    const running = stateOn(row.valid_at, work.today) !== 'ended'
    return {
      id: row.id,
      kind: row.kind as 'inspection' | 'complaint',
      name: row.name,
      document: row.document as GroundDocument,
      unit: { id: row.unit_id, name: units.get(row.unit_id) ?? null },
      valid: row.valid_at,
      shownOn: row.shown_on,
      open,
      team: team
        .filter(({ mandate_id }) => mandate_id === row.id)
        .map(({ account_id }) => ({ accountId: account_id, name: names.get(account_id) ?? '' })),
      may: running && work.may('access.close-mandate') ? (['access.close-mandate'] as const).slice() : [],
    }
  })
  return { mandates: shown.toSorted((a, b) => Number(b.open) - Number(a.open)) }
})
