// Opens the data folder named in the first argument, says so, and waits to be killed. For the tests of the lock.
import { CannotStart } from '../engine.ts'
import { openEmbedded } from './open.ts'

try {
  const engine = await openEmbedded({ folder: process.argv[2]! })
  await engine.script('create table if not exists held (i int); insert into held values (1)')
  process.stdout.write('open\n')
  setInterval(() => {}, 1000)
} catch (error) {
  process.stdout.write(error instanceof CannotStart ? `refused ${error.sentence.en}\n` : `failed ${error}\n`)
  process.exitCode = 1
}
