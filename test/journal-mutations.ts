import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Verified } from '#kernel/contract/verified.ts'
import type { Db } from '#kernel/db/engine.ts'
import { sealBlock } from '#kernel/server/seal.ts'
import { readSealFile } from '#kernel/server/seal-file.ts'
import { verifyJournal } from '#kernel/server/verify.ts'
import { asSuperuser } from './attack.ts'
import { type Trial, trialKey } from './journal-of-trial.ts'

/** Numbers as if at random, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(next() * count)
  return { below, one: (list) => list[below(list.length)]! }
}

interface Random {
  below(count: number): number
  one<T>(list: readonly T[]): T
}

/** What a mutation works on. */
interface Target {
  readonly tx: Db
  readonly random: Random
  readonly trial: Trial
  /** Lines of the seal file; a mutation may change them. */
  lines: string[]
}

/** A kind of tampering; says what it did. */
type Mutation = (target: Target) => Promise<string>

const run = (tx: Db, text: string) => sql.raw(text).execute(tx)
async function list<T>(tx: Db, text: string): Promise<T[]> {
  return (await sql.raw<{ v: T }>(text).execute(tx)).rows.map(({ v }) => v)
}

const keyOf: Record<string, string> = {
  entry: 'id',
  detail: 'entry_id',
  sealed: 'position',
  block: 'no',
  erasure: 'entry_id',
}
const tables = Object.keys(keyOf)

const anyKey = async ({ tx, random }: Target, table: string) =>
  random.one(await list<number>(tx, `select ${keyOf[table]} as v from journal.${table} order by 1`))

/** Another value than the one that stands, as near to it as its type allows: one bit, one sign, one microsecond. */
function nextTo(column: string, type: string, random: Random): string {
  const at = random.below(200)
  const nulls: Record<string, string> = { bytea: `'\\x00'`, text: `''`, uuid: 'uuidv7()', jsonb: `'null'` }
  const changed: Record<string, string> = {
    bytea: `set_byte(${column}, ${at} % length(${column}), get_byte(${column}, ${at} % length(${column})) # ${1 << random.below(8)})`,
    text: `overlay(${column} placing case when substr(${column}, 1 + ${at} % greatest(length(${column}), 1), 1) = 'x' then 'y' else 'x' end
      from 1 + ${at} % greatest(length(${column}), 1) for 1)`,
    int8: `${column} + ${1_000_003 + random.below(9)}`,
    int4: `3 - ${column}`,
    timestamptz: `${column} + interval '${1 + random.below(5)} microseconds'`,
    uuid: `(case when left(${column}::text, 1) = '0' then '1' else '0' end || substr(${column}::text, 2))::uuid`,
    _uuid: `${column} || uuidv7()`,
    _text: random.one([`array_append(${column}, '')`, `array[array_to_string(${column}, ','), 'x']`]),
    jsonb: random.one([`jsonb_build_array(${column})`, `jsonb_build_object('x', ${column})`]),
    xid8: `(${column}::text::bigint + 1)::text::xid8`,
  }
  const other = changed[type]
  if (!other) throw new Error(`no mutation known for type ${type}`)
  return nulls[type] ? `coalesce(${other}, ${nulls[type]})` : other
}

const changeAnyColumn: Mutation = async (target) => {
  const { tx, random } = target
  const table = random.one(tables)
  const columns = await sql<{ name: string; type: string }>`select column_name::text as name, udt_name::text as type
    from information_schema.columns where table_schema = 'journal' and table_name = ${table} order by ordinal_position`.execute(
    tx,
  )
  const { name, type } = random.one(columns.rows)
  const key = await anyKey(target, table)
  await run(
    tx,
    `update journal.${table} set "${name}" = ${nextTo(`"${name}"`, type, random)} where ${keyOf[table]} = ${key}`,
  )
  return `${table}.${name} of ${key} changed`
}

const setToNull: Mutation = async (target) => {
  const column = target.random.one(['actor_name', 'input', 'before', 'after', 'ground'])
  const key = target.random.one(
    await list<number>(target.tx, `select entry_id as v from journal.detail where ${column} is not null order by 1`),
  )
  await run(target.tx, `update journal.detail set ${column} = null where entry_id = ${key}`)
  return `detail.${column} of ${key} emptied`
}

const blankUndeclared: Mutation = async (target) => {
  const { tx, trial } = target
  const key = target.random.one(
    await list<number>(tx, `select entry_id as v from journal.detail where entry_id <> ${trial.erased} order by 1`),
  )
  await run(
    tx,
    `update journal.detail set actor_name = null, input = null, before = null, after = null where entry_id = ${key}`,
  )
  return `detail of ${key} blanked and nobody says so`
}

const deleteRow: Mutation = async (target) => {
  const table = target.random.one(tables)
  const key = await anyKey(target, table)
  await run(target.tx, `delete from journal.${table} where ${keyOf[table]} = ${key}`)
  return `${table} ${key} deleted`
}

const deleteEverywhere: Mutation = async (target) => {
  const key = await anyKey(target, 'entry')
  for (const [table, column] of [
    ['sealed', 'entry_id'],
    ['detail', 'entry_id'],
    ['erasure', 'entry_id'],
    ['entry', 'id'],
  ])
    await run(target.tx, `delete from journal.${table} where ${column} = ${key}`)
  return `entry ${key} deleted everywhere`
}

const swapped: readonly [table: string, column: string][] = [
  ['detail', 'entry_id'],
  ['sealed', 'position'],
  ['sealed', 'entry_id'],
  ['sealed', 'digest'],
  ['sealed', 'detail_digest'],
  ['entry', 'id'],
  ['entry', 'detail_digest'],
  ['block', 'no'],
  ['block', 'root'],
  ['block', 'merkle_root'],
  ['block', 'signature'],
]
const swapTwo: Mutation = async (target) => {
  const { tx, random } = target
  const [table, column] = random.one(swapped)
  const key = keyOf[table]!
  const one = await anyKey(target, table)
  let other = one
  while (other === one) other = await anyKey(target, table)
  await exchange(tx, table, key, column, [one, other])
  return `${table}.${column} of ${one} and ${other} swapped`
}

const rotateThree: Mutation = async (target) => {
  const all = await list<number>(target.tx, 'select position as v from journal.sealed order by 1')
  const at = target.random.below(all.length - 2)
  const [a, b, c] = all.slice(at, at + 3) as [number, number, number]
  await exchange(target.tx, 'sealed', 'position', 'position', [a, b])
  await exchange(target.tx, 'sealed', 'position', 'position', [b, c])
  return `positions ${a}, ${b}, ${c} in another order`
}

/** Exchanges a column of two rows, past unique keys by way of values that nothing has. */
async function exchange(tx: Db, table: string, key: string, column: string, [one, other]: [number, number]) {
  if (column === key) {
    await run(tx, `update journal.${table} set ${key} = -${one} - 1000000 where ${key} = ${one}`)
    await run(tx, `update journal.${table} set ${key} = ${one} where ${key} = ${other}`)
    await run(tx, `update journal.${table} set ${key} = ${other} where ${key} = -${one} - 1000000`)
    return
  }
  const text = (of: number) =>
    list<string>(tx, `select ${column}::text as v from journal.${table} where ${key} = ${of}`)
  const [first, second] = [(await text(one))[0]!, (await text(other))[0]!]
  if (column === 'entry_id') await run(tx, `update journal.${table} set ${column} = -1000000 where ${key} = ${other}`)
  await run(tx, `update journal.${table} set ${column} = '${second}' where ${key} = ${one}`)
  await run(tx, `update journal.${table} set ${column} = '${first}' where ${key} = ${other}`)
}

const cutTail: Mutation = async (target) => {
  const { tx, random } = target
  const blocks = await list<number>(tx, 'select no as v from journal.block order by 1')
  const from = blocks[1 + random.below(blocks.length - 1)]!
  await cutFrom(tx, from, true)
  return `everything from block ${from} on cut off`
}

/** Takes away blocks and what they seal from one on; the entries too where asked. */
async function cutFrom(tx: Db, block: number, entries: boolean): Promise<void> {
  const [position] = await list<number>(tx, `select first_position as v from journal.block where no = ${block}`)
  const gone = await list<number>(tx, `select entry_id as v from journal.sealed where position >= ${position}`)
  await run(tx, `delete from journal.block where no >= ${block}`)
  await run(tx, `delete from journal.sealed where position >= ${position}`)
  if (!entries) return
  for (const [table, column] of [
    ['detail', 'entry_id'],
    ['erasure', 'entry_id'],
    ['entry', 'id'],
  ])
    await run(tx, `delete from journal.${table} where ${column} in (${gone.join(',')})`)
}

const rewriteTail =
  (key: string, told: string): Mutation =>
  async (target) => {
    const { tx, random } = target
    const blocks = await list<number>(tx, 'select no as v from journal.block order by 1')
    const from = random.one(blocks)
    const entries = await list<number>(
      tx,
      `select s.entry_id as v from journal.sealed s join journal.block b on s.position between b.first_position and b.last_position where b.no = ${from} order by 1`,
    )
    const entry = random.one(entries)
    await cutFrom(tx, from, false)
    await run(tx, `update journal.entry set capability = 'structure.forged' where id = ${entry}`)
    while ((await sealBlock(tx, [key])) > 0) {}
    return `entry ${entry} forged and blocks from ${from} on made anew ${told}`
  }

const putIn: Mutation = async (target) => {
  const { tx, random, trial } = target
  const id = random.one([...trial.gaps, -1 - random.below(50)])
  const like = await anyKey(target, 'entry')
  const columns = 'capability, account_id, units, subjects, recorded_at, written_at, detail_digest'
  await run(
    tx,
    `insert into journal.entry (id, ${columns}) select ${id}, ${columns} from journal.entry where id = ${like}`,
  )
  const values = 'salt, actor_name, capacity, input, before, after, ground'
  await run(
    tx,
    `insert into journal.detail (entry_id, ${values}) select ${id}, ${values} from journal.detail where entry_id = ${like}`,
  )
  const then = random.below(3)
  if (then === 1) await sealBlock(tx, [trialKey])
  if (then === 2)
    await run(
      tx,
      `insert into journal.sealed select (select max(position) + 1 from journal.sealed), ${id}, digest, detail_digest from journal.sealed where entry_id = ${like}`,
    )
  return `entry ${id} put in later${['', ', and the sealer came by', ', with a position'][then]}`
}

const detailAlone: Mutation = async (target) => {
  const id = target.random.one([...target.trial.gaps, 99_999_999])
  await run(target.tx, `insert into journal.detail (entry_id, salt) values (${id}, '\\x00')`)
  return `detail of no entry ${id}`
}

const changeLine: Mutation = async (target) => {
  const { random, lines } = target
  const at = random.below(lines.length)
  const line = lines[at]!
  const sign = random.below(line.length)
  const other = line[sign] === '7' ? '8' : '7'
  target.lines = lines.with(at, line.slice(0, sign) + other + line.slice(sign + 1))
  return `sign ${sign} of line ${at + 1} of the seal file changed`
}

const dropLine: Mutation = async (target) => {
  const at = target.random.below(target.lines.length - 1)
  target.lines = target.lines.toSpliced(at, 1)
  return `line ${at + 1} of the seal file dropped`
}

const moveLine: Mutation = async (target) => {
  const { random, lines } = target
  const at = random.below(lines.length)
  const no = 1 + ((at + 1 + random.below(lines.length - 1)) % lines.length)
  target.lines = lines.with(at, lines[at]!.replace(/"no":\d+/, `"no":${no}`))
  return `line ${at + 1} of the seal file moved to block ${no}`
}

/** All kinds; those that may do many things stand more than once. */
export const mutations: readonly Mutation[] = [
  ...Array.from({ length: 8 }, () => changeAnyColumn),
  setToNull,
  blankUndeclared,
  deleteRow,
  deleteRow,
  deleteEverywhere,
  swapTwo,
  swapTwo,
  rotateThree,
  cutTail,
  rewriteTail('the key of a forger', 'with another key'),
  rewriteTail(trialKey, 'with the key'),
  putIn,
  putIn,
  detailAlone,
  changeLine,
  dropLine,
  moveLine,
]

/** What went unnoticed. */
export interface Tried {
  readonly unnoticed: string[]
  /** How often each break was found. */
  readonly found: Readonly<Record<string, number>>
}

/** Tampers so many times as one whom no grant binds, each time on the whole journal, and puts everything back. */
export async function tamper(trial: Trial, times: number, seed: number, kinds = mutations): Promise<Tried> {
  const random = randomOf(seed)
  const lines = readFileSync(trial.file, 'utf8').trimEnd().split('\n')
  const file = join(dirname(trial.file), 'mutated.jsonl')
  const unnoticed: string[] = []
  const found: Record<string, number> = {}
  const undo = new Error('everything is put back')
  await asSuperuser(trial.engine, async (tx) => {
    await run(tx, 'set local session_replication_role = replica')
    await run(tx, 'savepoint whole')
    for (let time = 0; time < times; time++) {
      const target: Target = { tx, random, trial, lines }
      const did = await random.one(kinds)(target)
      writeFileSync(file, `${target.lines.join('\n')}\n`)
      const { whole, breaks } = await verifyIn(tx, file)
      if (whole) unnoticed.push(did)
      for (const what of new Set(breaks.map((one) => one.what))) found[what] = (found[what] ?? 0) + 1
      await run(tx, 'rollback to savepoint whole')
    }
    throw undo
  }).catch((error) => {
    if (error !== undo) throw error
  })
  rmSync(file, { force: true })
  return { unnoticed, found }
}

/** Verifies what a transaction sees. */
export async function verifyIn(tx: Db, file: string | null, keys: readonly string[] = [trialKey]): Promise<Verified> {
  return verifyJournal((ask) => ask(tx), { keys, seals: file === null ? null : await readSealFile(file) })
}
