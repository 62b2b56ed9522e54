import { beforeAll, expect, test } from 'vitest'
import type { Contract } from '#kernel/contract/contract.ts'
import { readRoles } from '#src/product.ts'
import { foundBranch, foundPerson, type Person } from '#test/founders.ts'
import { harness } from '#test/harness.ts'
import { validEnough } from '#test/valid-enough.ts'
import { ownRights } from './own-rights/own-rights.contract.ts'

/** Where a unit lies from the one that the grant names, which it reaches with what stands below. */
const places = ['own', 'below', 'sibling', 'parent', 'other branch', 'moved away'] as const
type Place = (typeof places)[number]

/** What is asked about at a place: its unit, and a record of every kind whose units the deed finds by itself. */
interface At {
  readonly unitId: string
  readonly actId: string
  readonly accountId: string
  readonly username: string
  readonly grantId: string
  readonly mandateId: string
}

const { roles } = readRoles()
let contracts: readonly Contract[]
const at = {} as Record<Place, At>
let grantedUnit: string

beforeAll(async () => {
  const { product, found } = await harness()
  contracts = product.modules.flatMap(({ handlers }) => handlers.map(({ contract }) => contract))
  const [branch, other] = [await foundBranch(), await foundBranch()]
  grantedUnit = branch.id('c1')
  const decision = { kind: 'Quyết định' }
  const moved = [{ unitId: branch.id('c1.o2'), parentId: branch.id('c2') }]
  await found('structure.enter-act', { act: { kind: 'reparent', effective: '2023-06-01', decision, changes: moved } })
  const units: Record<Place, string> = {
    own: branch.id('c1'),
    below: branch.id('c1.o1.k1'),
    sibling: branch.id('c2'),
    parent: branch.id('root'),
    'other branch': other.id('c1'),
    'moved away': branch.id('c1.o2'),
  }
  for (const place of places) {
    const unitId = units[place]
    const changes = [{ unitId, name: `Tên mới ${unitId}` }]
    const { actId } = (await found('structure.enter-act', {
      act: { kind: 'rename', effective: '2023-09-01', decision, changes },
    })) as { actId: string }
    const person = await foundPerson({ role: 'member', unitId, reach: 'own' })
    const [grant] = (await person.ask(ownRights, {})).body.grants
    const { mandateId } = (await found('access.open-mandate', mandateAt(unitId, person.accountId))) as {
      mandateId: string
    }
    at[place] = { ...person, unitId, actId, grantId: grant!.id, mandateId }
  }
}, 120_000)

const mandateAt = (unitId: string, accountId: string) => ({
  kind: 'inspection',
  name: 'Đoàn kiểm tra thử',
  document: { kind: 'Quyết định' },
  unitId,
  from: '2024-01-15',
  until: '2024-03-15',
  shownOn: '2024-04-01',
  team: [accountId],
})

/** What the deed finds its units by, where the input names no unit. */
function inputAt(contract: Contract, { unitId, actId, grantId, username, mandateId, accountId }: At): object {
  const input = validEnough(contract, unitId)
  const records: Record<string, string> = { actId, grantId, username, mandateId }
  if (contract.name === 'access.account') return { accountId }
  if (contract.units !== 'of-the-record') return input
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, records[key] ?? value]))
}

/** Capabilities of one's own session and password, and the check of the whole journal: each has its own test. */
const notAsked = [
  'access.sign-out',
  'access.sign-in',
  'access.set-up',
  'access.change-password',
  'access.verify-journal',
]
/** A list of units that somebody read in is its maker's: nobody else finds it, whatever they hold. */
const ofTheMaker = ['structure.commit-import']

const holds = (verbs: readonly string[], name: string) =>
  verbs.some((verb) => verb === '*' || verb === name || verb === `${name.split('.')[0]}.*`)

/** By the law, without the kernel: is it refused for want of a right? */
function isForbidden(role: (typeof roles)[number], contract: Contract, place: Place, ended: boolean): boolean {
  const { permission, kind, units, name } = contract
  if (permission === 'anyone' || permission === 'account') return false
  if (ended) return true
  if (permission === 'signed-in') return !role.inside
  const whole = role.needs === 'whole'
  if (!holds(role.verbs, name)) return true
  if (whole || ofTheMaker.includes(name)) return false
  if (units.length === 0) return kind === 'command'
  return !(place === 'own' || place === 'below')
}

test.each(roles.map((role) => [role.code, role] as const))(
  'every capability answers %s exactly where the right reaches, and nowhere after it has ended',
  async (code, role) => {
    const { found } = await harness()
    const unitId = role.needs === 'whole' ? null : grantedUnit
    const holder = await foundPerson({ role: code, unitId })
    const former = await foundPerson({ role: code, unitId })
    const [grant] = (await former.ask(ownRights, {})).body.grants
    await found('access.end-grant', { grantId: grant!.id, reason: 'phép thử' })
    const wrong: unknown[] = []
    let asked = 0
    const ask = async (person: Person, contract: Contract, place: Place, ended: boolean) => {
      const { status, problem } = await person.ask(contract, inputAt(contract, at[place]) as never)
      asked += 1
      if ((status === 403) !== isForbidden(role, contract, place, ended) || status >= 500) {
        wrong.push({ capability: contract.name, place, ended, status, code: problem?.code })
      }
      if (contract.name === 'access.account' && status !== 403) {
        const reached = role.needs === 'whole' || place === 'own' || place === 'below'
        if (status !== (reached ? 200 : 404)) wrong.push({ capability: contract.name, place, status })
      }
    }
    for (const contract of contracts) {
      if (notAsked.includes(contract.name)) continue
      for (const place of places) await ask(holder, contract, place, false)
      await ask(former, contract, 'own', true)
    }
    expect(wrong).toEqual([])
    expect(asked).toBe((contracts.length - notAsked.length) * (places.length + 1))
  },
  120_000,
)
