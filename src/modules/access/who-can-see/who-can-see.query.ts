import { sql } from 'kysely'
import type { Contract } from '#kernel/contract/contract.ts'
import { dayIn, type PlainDate } from '#kernel/contract/dates.ts'
import { byKey, personSortKey } from '#kernel/contract/sort-key.ts'
import { endOfDay } from '#kernel/server/clocks.ts'
import { handle } from '#kernel/server/handle.ts'
import type { Module } from '#kernel/server/module.ts'
import { holdsVerb } from '#kernel/server/ports.ts'
import type { Work } from '#kernel/server/work.ts'
import { nameUnits } from '#modules/structure/index.server.ts'
import { namesOf, type Power, powersOver, verbsAt } from '../powers/powers.read.ts'
import { whoCanSee } from './who-can-see.contract.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Records = NonNullable<Module['records']>
type Asked = Work<'access.who-can-see'>

export default (contracts: () => readonly Contract[], records: () => Records) =>
  handle(whoCanSee, async (work, { subject }) => {
    const [kind = '', id = ''] = subject.split(':')
    if (kind === 'compartment') return teamOf(work, subject, id)
    const record = records()[kind]
    const units = record && (kind === 'entry' || uuid.test(id)) ? await record.unitsOf(work.tx, id) : null
    if (!record || units === null) return work.missing()
    await work.assertReach(units)
    const about = contracts().filter(({ name }) => holdsVerb(record.capabilities, name))
    const names = await nameUnits(work.tx, units, work.asOf)
    return {
      asOf: work.asOf,
      subject,
      units: units.map((unitId) => ({ id: unitId, name: names.get(unitId) ?? null })),
      openToAll: about
        .filter(({ permission, kind: is }) => permission === 'signed-in' && is === 'query')
        .map(({ name }) => name),
      people: await peopleOver(work, units, about),
    }
  })

async function peopleOver(work: Asked, units: readonly string[], about: readonly Contract[]) {
  const powers = await powersOver(work.tx, units, work.asOf)
  const verbs = await verbsAt(work.db, endOfDay(work.zone, work.asOf))
  const originals = await holdersOf(work, powers)
  const names = await namesOf(work.tx, [...powers.map(({ account_id }) => account_id), ...originals.values()])
  const roles = new Map(
    (await work.db.selectFrom('access.role').select(['code', 'name_vi', 'name_en']).execute()).map((role) => [
      role.code,
      role,
    ]),
  )
  const at = await nameUnits(work.tx, [...new Set(powers.flatMap(({ unit_id }) => unit_id ?? []))], work.asOf)
  const people = powers.flatMap((power) => {
    const held = about.filter(
      ({ name, permission }) => permission !== 'anyone' && holdsVerb(verbs.get(power.role) ?? [], name),
    )
    if (held.length === 0) return []
    const role = roles.get(power.role)
    const original = power.handed_from && originals.get(power.handed_from)
    return {
      accountId: power.account_id,
      name: names.get(power.account_id) ?? '',
      grant: {
        id: power.id,
        role: { code: power.role, name: { vi: role?.name_vi ?? power.role, en: role?.name_en ?? power.role } },
        unit: power.unit_id === null ? null : { id: power.unit_id, name: at.get(power.unit_id) ?? null },
        reach: power.reach,
        valid: power.valid_at,
        originKind: power.origin_kind,
        origin: power.origin,
      },
      insteadOf: original ? (names.get(original) ?? null) : null,
      sees: held.filter(({ kind }) => kind === 'query').map(({ name }) => name),
      changes: held.filter(({ kind }) => kind === 'command').map(({ name }) => name),
      recordedAt: power.known_from,
      recordedLater: work.asOf < work.today && dayIn(work.zone, new Date(power.known_from)) > work.asOf,
    }
  })
  return people
}

/** Whose grants were handed on. */
async function holdersOf({ tx, asOf }: { tx: Asked['tx']; asOf: PlainDate }, powers: readonly Power[]) {
  const ids = powers.flatMap(({ handed_from }) => handed_from ?? [])
  if (ids.length === 0) return new Map<string, string>()
  const { rows } = await sql<{ id: string; account_id: string }>`
    select id, account_id from access.holders_of(${ids}::uuid[], ${asOf}::date)`.execute(tx)
  return new Map(rows.map(({ id, account_id }) => [id, account_id]))
}

/** A compartment is its team's alone: whoever is not on it learns not even that there is one. */
async function teamOf(work: Asked, subject: string, id: string) {
  const found = work.actor?.compartments.includes(id)
    ? await work.db.selectFrom('access.compartment').select('unit_id').where('id', '=', id).executeTakeFirst()
    : undefined
  if (!found) return work.missing()
  // The team needs no reach: that it is the team is the right.
  await work.assertReach([])
  const team = await work.db
    .selectFrom('access.compartment_team')
    .select(['account_id', 'part'])
    .where('compartment_id', '=', id)
    .where(sql<boolean>`valid_at @> ${work.asOf}::date`)
    .execute()
  const names = await namesOf(
    work.tx,
    team.map(({ account_id }) => account_id),
  )
  const people = team.map(({ account_id }) => ({ accountId: account_id, name: names.get(account_id) ?? '' }))
  const unit = await nameUnits(work.tx, [found.unit_id], work.asOf)
  return {
    asOf: work.asOf,
    subject,
    units: [{ id: found.unit_id, name: unit.get(found.unit_id) ?? null }],
    openToAll: [],
    people: people
      .toSorted((a, b) => byKey(personSortKey(a.name), personSortKey(b.name)))
      .map((person) => ({
        ...person,
        grant: null,
        insteadOf: null,
        sees: ['access.compartment'],
        changes: [],
        recordedAt: null,
        recordedLater: false,
      })),
  }
}
