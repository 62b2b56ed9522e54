// Enters random acts of structure as fast as it can, beside another process that does the same. Arguments: database address, file of
// the branch, seed, how many acts. Prints what became of them as JSON.
import { uuidv7 } from '#kernel/contract/ids.ts'
import { openPostgres } from '#kernel/db/postgres/open.ts'
import { perform } from '#kernel/server/perform.ts'
import { Refusal } from '#kernel/server/refusal.ts'
import { assemble } from '#src/product.ts'
import { wholeAsker } from '../small-world.ts'
import { seeded } from './workload.ts'

const [url, root, seed, wanted] = process.argv.slice(2)
const random = seeded(Number(seed))
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const engine = await openPostgres({ url: url!, max: 4 })
const product = assemble({ engine, secret: 'x'.repeat(40), baseUrl: 'http://lienchi.test', webFolder: null })
const handlers = new Map(
  product.modules.flatMap(({ handlers }) => handlers).map((handler) => [handler.contract.name, handler]),
)
const actor = wholeAsker(uuidv7())

async function ask<A>(name: string, input: unknown): Promise<A> {
  const call = { handler: handlers.get(name)!, actor, input, headers: new Headers(), answer: new Headers() }
  return (await perform(product.kernel, call)) as A
}

interface Unit {
  id: string
  parentId: string | null
  type: string
}

const done: Record<string, number> = {}
const mine: { actId: string; version: number }[] = []
for (let i = 0; i < Number(wanted); i++) {
  const { units } = await ask<{ units: Unit[] }>('structure.tree', { under: root })
  const organisations = units.filter(({ type }) => type === 'dang_bo_co_so')
  const committees = units.filter(({ type }) => type === 'cap_tren_co_so')
  const cells = units.filter(({ type }) => type === 'chi_bo')
  const act = actOf(random(), organisations, committees, cells)
  const undo = mine.length > 0 && random() < 0.2 ? mine.pop() : undefined
  const outcome = await (undo
    ? ask('structure.undo-act', { ...undo, reason: 'thi nhau' })
    : ask<{ actId: string; version: number }>('structure.enter-act', { act }).then((entered) => mine.push(entered))
  ).then(
    () => (undo ? 'undone' : `entered ${act.kind}`),
    (error: unknown) => {
      if (error instanceof Refusal) return `refused: ${error.kind} ${error.code}`
      throw error
    },
  )
  done[outcome] = (done[outcome] ?? 0) + 1
}
await engine.close()
process.stdout.write(JSON.stringify(done))

function actOf(which: number, organisations: Unit[], committees: Unit[], cells: Unit[]) {
  const base = {
    effective: pick(['2023-01-01', '2023-06-01', '2024-01-01', '2024-06-01']),
    decision: { kind: 'Quyết định' },
  }
  const name = `Tổ chức ${uuidv7().slice(-6)}`
  // Mostly what meets: a cell begins under an organisation that moves at the same moment.
  if (which < 0.4) {
    const opens = [{ id: uuidv7(), type: 'chi_bo', name, parentId: pick(organisations).id }]
    return { ...base, kind: 'establish', opens }
  }
  if (which < 0.8)
    return { ...base, kind: 'reparent', changes: [{ unitId: pick(organisations).id, parentId: pick(committees).id }] }
  if (which < 0.88) return { ...base, kind: 'rename', changes: [{ unitId: pick(cells).id, name }] }
  if (which < 0.96) return { ...base, kind: 'end', ends: [pick(cells).id] }
  const old = pick(organisations)
  const into = pick(organisations)
  const changes = cells
    .filter(({ parentId }) => parentId === old.id)
    .map(({ id }) => ({ unitId: id, parentId: into.id }))
  return { ...base, kind: 'merge_into', changes, ends: [old.id], lineage: [{ from: old.id, to: into.id }] }
}
