import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { openSealFile } from '#kernel/server/seal-file.ts'
import { makeSealWatch } from '#kernel/server/seal-watch.ts'
import { makeSealer } from '#kernel/server/sealer.ts'
import { fillDemo, isFilled } from '../demo/fill.ts'
import { demoPeople } from '../demo/people.ts'
import { assemble, builtScreens, type Product } from '../product.ts'
import { startBackground } from './background.ts'
import { languageOfConsole, sayOnConsole } from './console.ts'
import { openDatabase, warningsOf } from './database.ts'
import { wasEmptied } from './emptied.ts'
import { type Mode, readEnvironment, readSealKeys, readSecret } from './environment.ts'
import { listen, type Screens } from './listen.ts'
import { assertModeFits } from './mode.ts'
import { bringRoles } from './roles.ts'

/** Starts the product and keeps it running until it is told to stop. `makeScreens` makes other screens than the built ones. */
export async function run(mode: Mode, makeScreens?: (server: Server) => Promise<Screens>): Promise<void> {
  const environment = readEnvironment(mode)
  const door = await listen(environment.host, environment.port)
  if (mode === 'start' && !environment.databaseUrl && wasEmptied(environment.dataFolder)) {
    sayEmptied(environment.dataFolder)
  }
  const secret = readSecret(environment.dataFolder)
  const engine = await openDatabase(environment)
  await assertModeFits(engine, mode, environment).catch(async (error) => {
    await engine.close()
    throw error
  })
  const alarm = (error: unknown, where: string) => console.error(new Date().toISOString(), where, error)
  const setUpCode = process.env.LIENCHI_SETUP_CODE || randomBytes(5).toString('hex').toUpperCase()
  const sealKeys = readSealKeys(environment.dataFolder, true)
  const sealWatch = makeSealWatch(engine)
  const sealer = makeSealer({
    engine,
    keys: sealKeys,
    file: openSealFile(environment.sealFile),
    watch: sealWatch,
    everySeconds: environment.sealEvery,
    alarm,
  })
  let wake = () => {}
  const warnings = await warningsOf(engine)
  const product = assemble({
    engine,
    secret,
    baseUrl: environment.port === 0 ? door.address : environment.baseUrl,
    webFolder: builtScreens(),
    proxies: environment.proxies,
    backupFolder: join(environment.dataFolder, 'backups'),
    setUpCode,
    demoPeople: mode === 'demo' ? demoPeople : [],
    sealKeys,
    sealFile: environment.sealFile,
    sealWatch,
    warnings,
    wake: () => wake(),
    alarm,
  })
  if (mode === 'demo' && !(await isFilled(product))) await fillDemo(product)
  // What waited while the product did not run is sealed before anybody writes.
  await sealer.seal()
  if (await product.kernel.ports.isSetUp()) await bringRoles(product)
  door.open(product.app.fetch, await makeScreens?.(door.server))
  const { zone } = await product.kernel.clocks()
  const jobs = product.modules.flatMap((module) => module.jobs ?? [])
  const background = startBackground(engine, environment, jobs, zone, sealer, alarm)
  wake = background.wake
  await printWelcome(mode, door.address, product, setUpCode)
  stopOnSignal(async () => {
    await door.close()
    await background.stop()
    await engine.close()
  })
}

function sayEmptied(folder: string): void {
  sayOnConsole(
    languageOfConsole() === 'vi'
      ? `Chú ý: thư mục ${folder} đã từng dùng nhưng không còn cơ sở dữ liệu; Liên Chi bắt đầu lại từ đầu. Nếu không chủ ý, hãy dừng lại và khôi phục: npm run lienchi -- restore <tệp>.`
      : `Mind: the folder ${folder} was used before and its database is gone; Liên Chi begins anew. If that is not meant, stop and restore: npm run lienchi -- restore <file>.`,
  )
}

async function printWelcome(mode: Mode, address: string, product: Product, code: string): Promise<void> {
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
