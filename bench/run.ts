import { perform } from '#kernel/server/perform.ts'
import { demoPassword } from '#src/demo/people.ts'
import { measureActs, measureKnown } from './acts.ts'
import { type Bench, benchEmbedded, benchPostgres, type Sent } from './engines.ts'
import { load, serve } from './http.ts'
import { measureImport } from './import.ts'
import { measureJournal } from './journal.ts'
import { interleaved } from './measure.ts'
import { questions, reaches } from './questions.ts'
import { measureStart } from './start.ts'

// npm run bench [-- <name>]: every figure is a ratio of one run; README.md says what each means.
const only = process.argv[2]
const others = ['start', 'acts', 'import', 'journal']
if (only && !others.includes(only) && !questions[only]) {
  console.error(`no such question: ${only}. There are: ${[...Object.keys(questions), ...others].join(', ')}`)
  process.exit(1)
}
const asked = Object.entries(questions).filter(([name]) => !only || name === only)

for (const open of [benchPostgres, benchEmbedded]) {
  const bench = await open()
  console.log(`\n## ${bench.kind}\n`)
  if (!only || !others.includes(only)) {
    await inProcess(bench)
    await overHttp(bench)
  }
  if (!only || only === 'acts') {
    await measureActs(bench)
    await measureKnown(bench)
  }
  if (!only || only === 'import') await measureImport(bench)
  if (!only || only === 'journal') await measureJournal(bench)
  if (!only || only === 'start') await measureStart(bench)
  await bench.close()
}

/** The deed with all that the kernel does around it, against the same statements sent bare. */
async function inProcess(bench: Bench): Promise<void> {
  console.log(
    '| question | reach | product p50 ms | raw SQL p50 ms | ratio | goal (<= 2 x + 1 ms) |\n|---|---|---|---|---|---|',
  )
  for (const [name, { capability, input, times }] of asked) {
    const handler = bench.product.modules
      .flatMap((module) => module.handlers)
      .find((h) => h.contract.name === capability)!
    for (const [reach, actor] of Object.entries(reaches)) {
      const call = { handler, actor, input, headers: new Headers(), answer: new Headers() }
      const run = () => perform(bench.product.kernel, call)
      await run()
      const sent = statementsOf(await bench.capture(run))
      const raw = async () => {
        for (const one of sent) await bench.bare(one)
      }
      const [product, bare] = await interleaved(times, run, raw)
      const ratio = product.p50 / bare.p50
      const met = product.p50 <= 2 * bare.p50 + 1 ? 'met' : 'missed'
      console.log(
        `| ${name} | ${reach} | ${product.p50.toFixed(2)} | ${bare.p50.toFixed(2)} | ${ratio.toFixed(2)} | ${met} |`,
      )
    }
  }
}

/** The product's door against a thin floor server on the same statements, four clients at once. */
async function overHttp(bench: Bench): Promise<void> {
  console.log(
    '\n| question | product req/s | floor req/s | share | goal (>= 40 %) | product p99 ms | floor p99 ms | ratio | goal (<= 2.5) |\n|---|---|---|---|---|---|---|---|---|',
  )
  const doors = await serve(bench)
  const cookie = await signIn(bench)
  for (const [name, { capability, input, times }] of asked) {
    const handler = bench.product.modules
      .flatMap((module) => module.handlers)
      .find((h) => h.contract.name === capability)!
    const call = { handler, actor: reaches.widest, input, headers: new Headers(), answer: new Headers() }
    doors.floorSends(statementsOf(await bench.capture(() => perform(bench.product.kernel, call))))
    const url = `${doors.product}/api/${capability}`
    await load(url, input, cookie, 8)
    await load(doors.floor, input, cookie, 8)
    const requests = bench.kind === 'embedded' ? times : times * 2
    const floor = await load(doors.floor, input, cookie, requests)
    const product = await load(url, input, cookie, requests)
    const share = product.perSecond / floor.perSecond
    const slow = product.p99 / floor.p99
    console.log(
      `| ${name} | ${product.perSecond.toFixed(0)} | ${floor.perSecond.toFixed(0)} | ${(share * 100).toFixed(0)} % | ${share >= 0.4 ? 'met' : 'missed'} | ${product.p99.toFixed(1)} | ${floor.p99.toFixed(1)} | ${slow.toFixed(2)} | ${slow <= 2.5 ? 'met' : 'missed'} |`,
    )
  }
  doors.close()
}

/** The statements of the question itself: without transaction frame and without what tells the database who acts. */
function statementsOf(sent: readonly Sent[]): Sent[] {
  return sent.filter(
    ({ text }) => !/^(begin|start|set|commit|rollback)\b/i.test(text.trim()) && !/set_config/.test(text),
  )
}

async function signIn(bench: Bench): Promise<string> {
  const response = await bench.product.app.request('/api/access.sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'tochuc', password: demoPassword }),
  })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
