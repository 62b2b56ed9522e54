import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { demoPassword } from '#src/demo/people.ts'
import { openBrowser } from '../test/browser.ts'
import { serve } from '../test/journeys/serve.ts'
import { smallPng } from './small-png.ts'

/** node tools/pictures.ts: the README's pictures, taken from the demo into docs/pictures (needs dist/web). */
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
/** No picture may weigh more: a README is read on slow lines. */
const mostBytes = 200_000

const desk = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

mkdirSync(folder, { recursive: true })
const opened = await openBrowser()
if (!opened) process.exit(0)
const demo = await serve('demo')
let failed = false
await picture('rehearsal', '/sap-xep?nhap=ket-thuc-2025&buoc=dien-tap', desk)
await picture('home', '/', desk)
await picture('structure', '/to-chuc', desk)
await picture('past', '/to-chuc?ngay=2010-12-31', desk)
await picture('phone', '/', phone)
await picture('dark', '/to-chuc', desk, 'dark')
await opened.close()
await demo.close()
process.exit(failed ? 1 : 0)

/** Takes one picture as the organisation officer sees it; on the telephone as the secretary of a cell. */
async function picture(
  name: string,
  address: string,
  viewport: typeof desk,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<void> {
  const { page, complaints } = await opened!.open({
    viewport,
    colorScheme,
    baseURL: demo.origin,
    deviceScaleFactor: 1,
  })
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill(viewport === phone ? 'chibo' : 'tochuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  // The picture of the README's head shows the line through time, which is folded at first.
  if (name === 'structure') await page.getByRole('button', { name: 'Xem quá trình hình thành' }).click()
  if (name === 'rehearsal') await page.getByText('Diễn tập xong, không có gì vướng.', { exact: false }).waitFor()
  if (address.startsWith('/to-chuc')) await page.getByRole('treeitem').nth(3).waitFor()
  await settled(page)
  const png = smallPng(await page.screenshot())
  writeFileSync(`${folder}${name}.png`, png)
  const size = png.length
  console.log(`${name}.png ${Math.round(size / 1024)} kB`)
  if (size > mostBytes) console.error(`!!! ${name}.png is over ${mostBytes} bytes`)
  for (const complaint of complaints) console.error(`${name}: ${complaint}`)
  failed ||= size > mostBytes || complaints.length > 0
  await page.context().close()
}

/** Everything asked for has been answered and drawn, its letters loaded. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
}
