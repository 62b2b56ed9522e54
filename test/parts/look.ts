/**
 * Looks at screens: `node test/parts/look.ts [address] [selector]` serves `dist/web` with a pretended session and writes
 * screenshots (1440 and 390 wide, light and dark) into a folder of the system's temporary one. Ends with 1 when the page complained.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../browser.ts'
import { pretended } from './pretended.ts'
import { serveWeb } from './serve.ts'

const folder = join(process.env.LOOK_INTO ?? tmpdir(), 'lienchi-look')
mkdirSync(folder, { recursive: true })
const [address = '/dev/parts', name = 'parts'] = process.argv.slice(2)
const { origin, server } = await serveWeb(pretended)
const opened = await openBrowser()
if (!opened) process.exit(0)
let complained = false
for (const width of [1440, 390]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await opened.open({
      viewport: { width, height: width === 390 ? 844 : 900 },
      colorScheme,
    })
    await page.goto(origin + address)
    await page.waitForSelector('h1')
    await page.waitForTimeout(700)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) complaints.push(`the page is ${wide} px too wide`)
    // In pieces, so that each can be looked at without being shrunk.
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    for (let y = 0; y < height; y += 1200) {
      const clip = { x: 0, y, width, height: Math.min(1200, height - y) }
      await page.screenshot({
        path: join(folder, `${name}-${width}-${colorScheme}-${y / 1200}.png`),
        fullPage: true,
        clip,
      })
    }
    for (const complaint of complaints) console.error(`${width} ${colorScheme}: ${complaint}`)
    complained ||= complaints.length > 0
    await page.context().close()
  }
}
await opened.close()
server.close()
console.log(folder)
process.exit(complained ? 1 : 0)
