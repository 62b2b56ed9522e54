// npm run dev: the screens built and the demo run in one process; Node starts it again when a file under src or data changes.
process.argv[2] = '--if-stale'
await import('./build.ts')
const { run } = await import('../src/start/run.ts')
await run('demo')
