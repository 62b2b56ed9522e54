import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { insertMany } from '#kernel/db/insert-many.ts'
import { canonicalJson, digest } from '#kernel/server/digest.ts'
import { sealEverything } from '#kernel/server/seal.ts'
import { verifyEngine } from '#kernel/server/verify.ts'
import type { Bench } from './engines.ts'

/** Entries that the journal holds when it is measured; JOURNAL_ENTRIES for a quick look. */
const entries = Number(process.env.JOURNAL_ENTRIES ?? 1_000_000)
const keys = ['a key of the bench']

/**
 * A journal of a million entries with details of a usual size, sealed in blocks of 5,000: verified whole, against the same statements sent
 * bare (the rows read and thrown away).
 */
export async function measureJournal(bench: Bench): Promise<void> {
  const { engine } = bench.product.kernel
  await fill(bench)
  const sealing = await timed(() => sealEverything(engine, keys))
  let found: Awaited<ReturnType<typeof verifyEngine>> | undefined
  let sent: Awaited<ReturnType<Bench['capture']>> = []
  const whole = await timed(async () => {
    sent = await bench.capture(async () => {
      found = await verifyEngine(engine, { keys, seals: null })
    })
  })
  const rows = sent.filter(({ text }) => /from\s+journal\.sealed s where s\.position >=/.test(text))
  const bare = await timed(async () => {
    for (const one of rows) await bench.bare(one)
  })
  if (!found?.whole) throw new Error(`the journal of the bench does not verify: ${JSON.stringify(found)}`)
  console.log('\n| the journal | entries | s | bare SQL s | ratio | goal |\n|---|---|---|---|---|---|')
  console.log(`| sealed | ${entries} | ${s(sealing)} | | | |`)
  const met = entries >= 1_000_000 ? (whole.ms <= 30_000 ? 'met' : 'missed') : ''
  console.log(
    `| verified | ${found.sealedEntries} | ${s(whole)} | ${s(bare)} | ${(whole.ms / bare.ms).toFixed(2)} | ${met} |`,
  )
  console.log(`\nmost memory while verifying: ${whole.most} MB`)
}

const s = ({ ms }: { ms: number }) => (ms / 1000).toFixed(1)

async function timed(run: () => Promise<unknown>): Promise<{ ms: number; most: number }> {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, Math.round(process.memoryUsage().rss / 2 ** 20))
  }, 100)
  const began = performance.now()
  await run()
  clearInterval(watch)
  return { ms: performance.now() - began, most }
}

const units = Array.from({ length: 500 }, () => randomUUID())

/** Entries as the declaring of a figure leaves them, each with its own salt and digest. */
async function fill(bench: Bench): Promise<void> {
  const { db } = bench.product.kernel.engine
  const { rows } = await sql<{ last: number }>`select nextval('journal.entry_id') as last`.execute(db)
  const first = rows[0]!.last + 1
  const account = randomUUID()
  for (let done = 0; done < entries; done += 2000) {
    const slice = Array.from({ length: Math.min(2000, entries - done) }, (_, at) => made(first + done + at, account))
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'lienchi_writer', true)`.execute(tx)
      await insertMany(
        tx as never,
        'journal.entry',
        slice.map(({ entry }) => entry),
      )
      await insertMany(
        tx as never,
        'journal.detail',
        slice.map(({ detail }) => detail),
      )
    })
  }
}

function made(id: number, account: string) {
  const unitId = units[id % units.length]!
  const figure = { measure: 'members', value: id % 400, asOfDate: { on: '2023-12-31', precision: 'day' } }
  const told = {
    actor_name: `Nguyễn Thị Thử ${id % 97}`,
    capacity: 'Cán bộ tổ chức',
    input: { unitId, ...figure, definition: 'đảng viên chính thức và dự bị', sourceTitle: `Báo cáo số ${id}` },
    before: { ...figure, value: (id % 400) - 1, definition: 'đảng viên chính thức', unitId },
    after: { ...figure, definition: 'đảng viên chính thức và dự bị', unitId, source: `Báo cáo số ${id}` },
    ground: `Báo cáo số ${id} của chi bộ`,
  }
  const salt = randomBytes(16)
  const entry = {
    id,
    capability: 'structure.amend-figure',
    account_id: account,
    units: [unitId],
    subjects: [`figure:${randomUUID()}`, `unit:${unitId}`],
    recorded_at: new Date(1.7e12 + id * 1000).toISOString(),
    written_at: new Date(1.7e12 + id * 1000).toISOString(),
    detail_digest: `\\x${Buffer.from(digest(salt, canonicalJson(told))).toString('hex')}`,
    written_xid: '1',
  }
  return { entry, detail: { entry_id: id, salt: `\\x${salt.toString('hex')}`, ...told } }
}
