import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fillDemo, isFilled } from '../demo/fill.ts'
import { demoPeople } from '../demo/people.ts'
import { assemble, builtScreens, type Product } from '../product.ts'
import { startBackground } from './background.ts'
import { languageOfConsole } from './console.ts'
import { openDatabase, warningsOf } from './database.ts'
import { readEnvironment, readSecret } from './environment.ts'
import { listen } from './listen.ts'

/** Starts the product and keeps it running until it is told to stop. */
export async function run(mode: 'start' | 'demo'): Promise<void> {
  const environment = readEnvironment(mode)
  const door = await listen(environment.host, environment.port)
  const secret = readSecret(environment.dataFolder)
  const engine = await openDatabase(environment)
  const alarm = (error: unknown, where: string) => console.error(new Date().toISOString(), where, error)
  const setUpCode = process.env.LIENCHI_SETUP_CODE || randomBytes(5).toString('hex').toUpperCase()
  let wake = () => {}
  const warnings = await warningsOf(engine)
  const product = assemble({
    engine,
    secret,
    baseUrl: environment.port === 0 ? door.address : environment.baseUrl,
    webFolder: builtScreens(),
    backupFolder: join(environment.dataFolder, 'backups'),
    setUpCode,
    demoPeople: mode === 'demo' ? demoPeople : [],
    ...(environment.sealKey ? { sealKey: environment.sealKey } : {}),
    warnings,
    wake: () => wake(),
    alarm,
  })
  if (mode === 'demo' && !(await isFilled(product))) await fillDemo(product)
  door.open(product.app.fetch)
  const { zone } = await product.kernel.clocks()
  const jobs = product.modules.flatMap((module) => module.jobs ?? [])
  const background = startBackground(engine, environment, jobs, zone, alarm)
  wake = background.wake
  await printWelcome(mode, door.address, product, setUpCode)
  stopOnSignal(async () => {
    await door.close()
    await background.stop()
    await engine.close()
  })
}

async function printWelcome(mode: 'start' | 'demo', address: string, product: Product, code: string): Promise<void> {
  const vi = languageOfConsole() === 'vi'
  const lines = [`Liên Chi: ${address}`]
  if (mode === 'demo') {
    lines.push(vi ? 'Đăng nhập thử (mọi dữ liệu cá nhân đều là bịa đặt):' : 'Sign in as (all people are invented):')
    for (const person of demoPeople) {
      lines.push(
        `  ${person.username.padEnd(8)} ${person.password}  ${person.displayName} – ${vi ? person.title.vi : person.title.en}`,
      )
    }
  } else if (!(await product.kernel.ports.isSetUp())) {
    lines.push(vi ? `Mã thiết lập dùng một lần: ${code}` : `One-time set-up code: ${code}`)
  }
  lines.push(vi ? 'Dừng: Ctrl+C' : 'Stop: Ctrl+C')
  process.stdout.write(`${lines.join('\n')}\n`)
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), 10_000).unref()
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', once)
  process.on('SIGTERM', once)
}
