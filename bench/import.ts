import { chunkBytes } from '#kernel/contract/files.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { writeXlsx } from '#kernel/sheets/write-xlsx.ts'
import { runJobs } from '#test/jobs.ts'
import { type Ask, asker } from './ask.ts'
import type { Bench } from './engines.ts'

const effective = '2024-02-07'
const organisations = 400
const cells = 49
const limits = { bytes: 20e6, unpackedBytes: 50e6, rows: 20_001, columns: 30, cellCharacters: 500 }

interface Unit {
  id: string
  parentId: string | null
  type: string
}

/**
 * A list of 20,000 new units brought in: previewed (read, judged row by row, kept) against the sheet being read alone, and written
 * against the bare SQL that inserts as many units and derives their lines (no rules, no journal, no conservation), rolled back. Memory is
 * the most that the whole process held meanwhile: the bench, the product, and of the embedded engine the database too.
 */
export async function measureImport(bench: Bench): Promise<void> {
  const ask = asker(bench)
  const { units } = await ask<{ units: Unit[] }>('structure.tree', { asOf: effective })
  const under = units.find(({ type }) => type === 'cap_tren_co_so')!.id
  const bytes = await listOf(under)
  const fileId = await uploaded(ask, bytes)
  const alone = await watched(() => readSheet(bytes, limits))
  const bare = await watched(() => bench.bareWork(bareUnits(under)))
  let importId = ''
  const previewed = await watched(async () => {
    const decision = { kind: 'Quyết định', symbol: 'đo' }
    const begun = await ask<{ importId: string }>('structure.preview-import', { under, effective, decision, fileId })
    importId = begun.importId
    await runJobs(bench.product)
  })
  const written = await watched(() => ask('structure.commit-import', { importId }))
  console.log(
    '\n| 20,000 new units by a list | ms | against | ms | ratio | most memory MB |\n|---|---|---|---|---|---|',
  )
  line('previewed', previewed, 'the sheet read alone', alone.ms)
  line('written', written, 'bare SQL', bare.ms)
}

function line(what: string, { ms, most }: Watched, against: string, floor: number): void {
  console.log(
    `| ${what} | ${ms.toFixed(0)} | ${against} | ${floor.toFixed(0)} | ${(ms / floor).toFixed(2)} | ${most} |`,
  )
}

interface Watched {
  readonly ms: number
  /** Most resident memory of the process meanwhile, in MB. */
  readonly most: number
}

async function watched(run: () => Promise<unknown>): Promise<Watched> {
  let most = process.memoryUsage().rss
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 10)
  const began = performance.now()
  await run()
  const ms = performance.now() - began
  clearInterval(watch)
  return { ms, most: Math.round(Math.max(most, process.memoryUsage().rss) / 1024 / 1024) }
}

async function uploaded(ask: Ask, bytes: Buffer): Promise<string> {
  const purpose = 'structure.import-units'
  const told = { purpose, name: 'danh-sach.xlsx', size: bytes.length, nothingClassed: true }
  const { fileId } = await ask<{ fileId: string }>('kernel.begin-file', told)
  for (let no = 0; no * chunkBytes < bytes.length; no++) {
    const slice = bytes.subarray(no * chunkBytes, (no + 1) * chunkBytes)
    await ask('kernel.add-chunk', { fileId, no, bytes: slice.toString('base64') })
  }
  await ask('kernel.finish-file', { fileId })
  return fileId
}

async function listOf(under: string): Promise<Buffer> {
  const columns = ['Mã', 'Tên tổ chức', 'Loại hình', 'Mã cấp trên'].map((title) => ({ title, kind: 'text' as const }))
  const rows = Array.from({ length: organisations }, (_, o) => [
    [`o${o}`, `Đảng bộ Đơn vị số ${o}`, 'Đảng bộ cơ sở', under],
    ...Array.from({ length: cells }, (_, c) => [null, `Chi bộ Phòng ${c} Đơn vị số ${o}`, 'Chi bộ', `o${o}`]),
  ]).flat()
  return Buffer.concat(await Array.fromAsync(writeXlsx({ columns, rows, sheetName: 'Tổ chức' })))
}

function bareUnits(under: string): string[] {
  const columns =
    'unit_id, valid_at, type, name, short_name, name_folded, name_sort, parent_id, is_root, covered, restricted, illustrative, opened_by, closed_by'
  const cell = (type: string, parent: string) =>
    `made.id, daterange('${effective}', null), '${type}', 'Đơn vị số ' || made.n, null, 'don vi so ' || made.n, 'don vi so ' || made.n, ${parent}, false, true, false, false, a.id, null`
  return [
    `create temporary table made on commit drop as select gen_random_uuid() as id, n, n % ${cells + 1} = 0 as organisation from generate_series(0, ${organisations * (cells + 1) - 1}) n`,
    `insert into structure.unit (id, life) select id, daterange('${effective}', null) from made`,
    `insert into structure.unit_version (${columns}) select ${cell('dang_bo_co_so', `'${under}'::uuid`)} from made, (select id from structure.act limit 1) a where organisation`,
    `insert into structure.unit_version (${columns}) select ${cell('chi_bo', 'o.id')} from made join made o on o.n = made.n - made.n % ${cells + 1}, (select id from structure.act limit 1) a where not made.organisation`,
    'do $$ declare ids uuid[]; begin select array_agg(id) into ids from made; call structure.rebuild_paths_of(ids); end $$',
    'discard plans',
    'set constraints all immediate',
  ]
}
