import type { Page } from 'playwright-core'
import { demoPassword } from '#src/demo/people.ts'
import { openBrowser } from '../test/browser.ts'
import { timesOf } from './measure.ts'

const rounds = 10

/** First useful paint of the tree (its first rows can be read) and later navigation, in Chromium, on a running demo. */
export async function measureScreens(address: string): Promise<void> {
  const opened = await openBrowser()
  if (!opened) return
  const { page } = await opened.open({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}/dang-nhap`)
  await signIn(page)
  const [first, card, day]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    first.push(await firstRows(page, address))
    card.push(await timeOf(page, () => openCard(page, round)))
    // There and back, so that every day asked has the whole tree.
    for (const button of ['Thay đổi trước', 'Thay đổi sau']) day.push(await timeOf(page, () => step(page, button)))
  }
  const rows = [
    ['the tree of the whole Bloc from its address, until its first rows can be read', first, 1000],
    ['another unit’s card opened in the tree', card, 200],
    ['the whole screen moved to another day', day, 200],
  ] as const
  console.log(
    '\n| screen (1440 px) | the very first, ms | p50 ms | worst of the others, ms | goal |\n|---|---|---|---|---|',
  )
  for (const [what, [cold, ...others], goal] of rows) {
    const [p50, worst] = [timesOf(others).p50, Math.max(...others)]
    console.log(`| ${what} | ${cold!.toFixed(0)} | ${p50.toFixed(0)} | ${worst.toFixed(0)} | < ${goal} |`)
  }
  await opened.close()
}

/** As a person does, so that the first screen measured comes after the home page, as on the first morning. */
async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill('tochuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

/** A person looks before going on: nothing of the last step is under way any more. */
async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}

/** From asking for the address to the first rows of the tree, by the page's own clock. */
async function firstRows(page: Page, base: string): Promise<number> {
  await atRest(page)
  await page.goto(`${base}/to-chuc`, { waitUntil: 'commit' })
  await page.getByRole('treeitem').nth(5).waitFor()
  return page.evaluate(() => performance.now())
}

async function timeOf(page: Page, act: () => Promise<void>): Promise<number> {
  await atRest(page)
  const began = performance.now()
  await act()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done(null))))
  return performance.now() - began
}

async function openCard(page: Page, round: number): Promise<void> {
  const row = page.getByRole('treeitem').nth(2 + round)
  const name = (await row.locator('span').first().innerText()).trim()
  await row.click()
  await page.getByRole('article').getByRole('heading', { name }).first().waitFor()
}

/** Moves the day by a button that goes from act to act, and waits for the heading that names the new day. */
async function step(page: Page, button: string): Promise<void> {
  const before = await page
    .locator('main')
    .getByText(/^Ngày \d/)
    .first()
    .innerText()
  await page.getByRole('button', { name: button }).click()
  await page.waitForFunction(
    (old) =>
      [...document.querySelectorAll('main p')].some(
        (p) => /^Ngày \d/.test(p.textContent ?? '') && p.textContent !== old,
      ),
    before,
  )
}
