import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { parse } from 'yaml'
import { kernelModule } from '#kernel/capabilities/kernel.module.ts'
import type { Contract } from '#kernel/contract/contract.ts'
import type { Engine } from '#kernel/db/engine.ts'
import { listBackups } from '#kernel/server/backups.ts'
import { makeClocks } from '#kernel/server/clocks.ts'
import { downloadAddress } from '#kernel/server/download.ts'
import { fileAddress } from '#kernel/server/files.ts'
import { httpApp } from '#kernel/server/http.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Listener, Module } from '#kernel/server/module.ts'
import type { Ports } from '#kernel/server/ports.ts'
import { readSealFile } from '#kernel/server/seal-file.ts'
import type { SealWatch } from '#kernel/server/seal-watch.ts'
import { makeTries } from '#kernel/server/tries.ts'
import { verifyEngine } from '#kernel/server/verify.ts'
import type { TrustedProxies } from '#kernel/server/who-asks.ts'
import { access } from '#modules/access/access.module.ts'
import {
  type DemoPerson,
  explainMissing,
  findSession,
  holdsOn,
  openLibrary,
  RolesFile,
} from '#modules/access/index.server.ts'
import { type ActParticipant, findOutOfReach, TermsFile } from '#modules/structure/index.server.ts'
import { structure } from '#modules/structure/structure.module.ts'

/** What the product is put together from. */
export interface ProductOptions {
  readonly engine: Engine
  /** Signs session cookies. */
  readonly secret: string
  readonly baseUrl: string
  readonly demoPeople?: readonly DemoPerson[]
  /** The one-time code of the set-up, as printed on the console. */
  readonly setUpCode?: string
  /** Folder of the built screens; null serves the API alone. */
  readonly webFolder: string | null
  readonly backupFolder?: string
  /** Sign the journal's blocks: the first now, the others before. */
  readonly sealKeys?: readonly string[]
  /** The file outside the database to which seals are added. */
  readonly sealFile?: string
  readonly sealWatch?: SealWatch
  readonly warnings?: readonly string[]
  /** Whose word about the asker is believed; nobody's unless told. */
  readonly proxies?: TrustedProxies
  /** What takes part in acts of structure; the modules' own, or a test's. */
  readonly participants?: readonly ActParticipant[]
  readonly wake?: () => void
  readonly alarm?: Kernel['alarm']
}

/** The product put together: the kernel, all modules in their order, the HTTP face. */
export interface Product {
  readonly kernel: Kernel
  readonly modules: readonly Module[]
  readonly app: Hono
}

/** Puts the product together on an open, migrated database. Starts nothing that runs by itself. */
export function assemble(options: ProductOptions): Product {
  const { engine } = options
  const library = openLibrary({ engine, secret: options.secret, baseUrl: options.baseUrl })
  const { clocks, settingsChanged } = makeClocks(engine)
  const tries = makeTries(engine, options.secret)
  const modules: Module[] = []
  const contracts = (): Contract[] => modules.flatMap((module) => module.handlers.map((handler) => handler.contract))
  const filePurposes = () => modules.flatMap((module) => module.files ?? [])
  const addressOf = (fileId: string, accountId: string) => fileAddress(options.secret, fileId, accountId, Date.now())
  const downloadOf = (capability: string, input: object, accountId: string) =>
    downloadAddress(options.secret, capability, input, accountId, Date.now())
  const titleOf = (capability: string) => titleFrom(modules, capability)
  const surroundings = {
    version,
    engine: engine.kind,
    freeBytes: () => engine.freeBytes(),
    listBackups: () => (options.backupFolder ? listBackups(options.backupFolder) : []),
  }
  const participants = options.participants ?? []
  modules.push(
    kernelModule({ surroundings, holdsOn, filePurposes, addressOf }),
    structure({ engine, addressOf, downloadOf, participants: () => participants }),
    access({
      engine,
      library,
      setUpCode: () => options.setUpCode ?? null,
      terms: readTerms,
      roles: readRoles,
      contracts,
      records: () => Object.assign({}, ...modules.map((module) => module.records)),
      today: async () => (await clocks()).today,
      titleOf,
      demoPeople: options.demoPeople ?? [],
      verify: async () =>
        verifyEngine(engine, {
          seals: options.sealFile ? await readSealFile(options.sealFile) : null,
          keys: options.sealKeys ?? [],
        }),
      tries,
    }),
  )
  const kernel: Kernel = {
    engine,
    ports: makePorts(engine, library),
    tries,
    listeners: listenersOf(modules),
    clocks,
    settingsChanged,
    ...(options.sealWatch ? { assertSealed: options.sealWatch.assertSealed } : {}),
    wake: options.wake ?? (() => {}),
    alarm: options.alarm ?? ((error, where) => console.error(where, error)),
  }
  const ready = async () => {
    await engine.db.selectFrom('kernel.setting').select('key').limit(1).execute()
    return true
  }
  return {
    kernel,
    modules,
    app: httpApp({
      kernel,
      modules,
      webFolder: options.webFolder,
      secure: options.baseUrl.startsWith('https:'),
      ...(options.proxies ? { proxies: options.proxies } : {}),
      secret: options.secret,
      ready,
      warnings: () => [...(options.warnings ?? []), ...(options.sealWatch?.warnings() ?? [])],
    }),
  }
}

/** The product's version, from package.json. */
export const version = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version

/** The frame that a new installation begins with: data/structure. */
export function readTerms(): TermsFile {
  const folder = fileURLToPath(new URL('../data/structure/', import.meta.url))
  const read = (file: string) => parse(readFileSync(join(folder, file), 'utf8'))
  return TermsFile.parse({
    types: read('unit-types.yaml'),
    organs: read('organ-kinds.yaml'),
    counterparts: read('counterpart-kinds.yaml'),
    agencies: read('agency-kinds.yaml'),
    facts: read('fact-kinds.yaml'),
    measures: read('measures.yaml'),
  })
}

/** The role sets that a new installation begins with: data/access. */
export function readRoles(): RolesFile {
  return RolesFile.parse(parse(readFileSync(new URL('../data/access/roles.yaml', import.meta.url), 'utf8')))
}

/** Where the built screens lie, if they were built. */
export function builtScreens(): string | null {
  const folder = fileURLToPath(new URL('../dist/web', import.meta.url))
  return existsSync(join(folder, 'index.html')) ? folder : null
}

function makePorts(engine: Engine, library: ReturnType<typeof openLibrary>): Ports {
  let setUp = false
  return {
    findSession: (headers, today) => findSession(engine, library, headers, today),
    findOutOfReach,
    explainMissing: (actor, wanted, today) => explainMissing(engine, actor, wanted, today),
    isSetUp: async () => {
      setUp ||=
        (await engine.db
          .selectFrom('kernel.setting')
          .select('key')
          .where('key', '=', 'organisation')
          .executeTakeFirst()) !== undefined
      return setUp
    },
  }
}

function listenersOf(modules: readonly Module[]): Map<string, Listener[]> {
  return Map.groupBy(
    modules.flatMap((module) => module.listeners ?? []),
    (listener) => listener.event,
  )
}

function titleFrom(modules: readonly Module[], capability: string) {
  const [name = '', rest = ''] = capability.split('.')
  const texts = modules.find((module) => module.name === name)?.texts
  const key = `capability.${rest}`
  return { vi: texts?.vi[key] ?? capability, en: texts?.en[key] ?? capability }
}
