import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

// npm run build: the screens, into dist/web. `--if-stale`: only when something they are made from has changed.
const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}/dist/web/.made-from`

const made = madeFrom()
const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === made
if (!process.argv.includes('--if-stale') || !fresh) {
  const { build } = await import('vite')
  await build({ root, configFile: `${root}/vite.config.ts`, logLevel: 'warn' })
  packAssets()
  writeFileSync(stamp, made)
}

/** A digest over everything the screens are made from. */
function madeFrom(): string {
  const files = globSync(['src/**/*.{ts,tsx,css,svg,html}', 'vite.config.ts', 'package-lock.json'], {
    cwd: root,
  }).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    if (file.endsWith('.test.ts')) continue
    hash.update(`${file}\n`)
    hash.update(readFileSync(`${root}/${file}`))
  }
  return hash.digest('hex')
}

/** Packs what compresses once, so that the server never does. */
function packAssets(): void {
  for (const file of globSync('dist/web/assets/*.{js,css,svg}', { cwd: root })) {
    writeFileSync(`${root}/${file}.gz`, gzipSync(readFileSync(`${root}/${file}`), { level: 9 }))
  }
}
