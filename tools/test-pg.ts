/**
 * Runs the tests on a real PostgreSQL: starts one, says where it is in TEST_DATABASE_ADMIN_URL, runs vitest, stops it, and ends with
 * vitest's exit code.
 *
 *     node tools/test-pg.ts                          the project `capabilities`
 *     node tools/test-pg.ts -- --project long        another project; whatever stands after `--` goes to vitest
 *     node tools/test-pg.ts --durable                with fsync (crash tests)
 *     node tools/test-pg.ts --only-server            no tests: the server, until Ctrl-C
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startPostgres } from './postgres/start.ts'

const OWN = ['--durable', '--only-server', '--']
const given = process.argv.slice(2)
const forVitest = given.filter((argument) => !OWN.includes(argument))
const names = forVitest.some((argument) => argument === '--project' || argument.startsWith('--project='))

const server = await startPostgres({ durable: given.includes('--durable') })
if (given.includes('--only-server')) {
  console.log(server.adminUrl)
} else {
  console.log(`PostgreSQL runs for these tests (pid ${server.pid})`)
  try {
    process.exitCode = await vitest(names ? forVitest : ['--project', 'capabilities', ...forVitest])
  } finally {
    await server.stop()
  }
}

function vitest(args: readonly string[]): Promise<number> {
  const cli = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const child = spawn(process.execPath, [cli, 'run', ...args], {
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_ADMIN_URL: server.adminUrl },
  })
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
