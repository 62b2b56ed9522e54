import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureScreens } from './browser.ts'
import type { Bench } from './engines.ts'
import { type ProductProcess, startProduct } from './product-process.ts'

const idleFor = 5_000

/** Start and idle memory of the product in a process of its own, on the database of this bench. */
export async function measureStart({ kind, environment, bare }: Bench): Promise<void> {
  const goal = kind === 'postgres' ? { ms: 2000, mb: 260 } : { ms: 3000, mb: 800 }
  const folder = mkdtempSync(join(tmpdir(), 'lienchi-bench-'))
  const start = () =>
    kind === 'postgres'
      ? startProduct('start', { ...environment, LIENCHI_DATA: folder })
      : startProduct('demo', { LIENCHI_DATA: folder })
  // A database filled as a demo refuses real use.
  if (kind === 'postgres')
    await bare({ text: "update kernel.setting set value = value - 'demo' where key = 'clock'", values: [] })
  const first = await start()
  await first.stop()
  const again = await start()
  const memory = await idle(again)
  console.log('\n| what | measured | goal |\n|---|---|---|')
  const whatFirst =
    kind === 'postgres' ? 'first start on a database that stands' : 'first start of the demo (migrates, loads the Bloc)'
  console.log(`| ${whatFirst} | ${first.readyAfter.toFixed(0)} ms | ${kind === 'postgres' ? '' : '<= 60,000 ms'} |`)
  console.log(`| a later start, until /readyz | ${again.readyAfter.toFixed(0)} ms | <= ${goal.ms} ms |`)
  console.log(`| memory, idle for ${idleFor / 1000} s after it | ${memory.toFixed(0)} MB | <= ${goal.mb} MB |`)
  if (kind === 'embedded') await measureScreens(again.address)
  await again.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function idle(product: ProductProcess): Promise<number> {
  await new Promise((later) => setTimeout(later, idleFor))
  return product.memory()
}
