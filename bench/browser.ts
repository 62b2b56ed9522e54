import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { demoPassword } from '#src/demo/people.ts'
import { assemble, builtScreens } from '#src/product.ts'
import { openBrowser } from '../test/browser.ts'
import type { Bench } from './engines.ts'
import { timesOf } from './measure.ts'

const rounds = 7

/** First useful paint of the tree (its first rows can be read) and later navigation, in Chromium, on the screens as built. */
export async function measureScreens(bench: Bench): Promise<void> {
  const webFolder = builtScreens()
  const opened = webFolder && (await openBrowser())
  if (!opened) {
    console.log('\n(screens not measured: they are not built, or there is no browser)')
    return
  }
  const secret = 'a secret for the bench only, long enough'
  const product = assemble({ engine: bench.product.kernel.engine, secret, baseUrl: 'http://127.0.0.1', webFolder })
  const server = serve({ fetch: product.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server.once('listening', done))
  const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const { page } = await opened.open({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${base}/dang-nhap`)
  await signIn(page)
  const [first, card, day]: [number[], number[], number[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    first.push(await firstRows(page, base))
    card.push(await timeOf(page, () => openCard(page, round)))
    day.push(await timeOf(page, () => earlier(page)))
  }
  console.log('\n| screen | p50 ms | worst ms | goal |\n|---|---|---|---|')
  for (const [what, samples, goal] of [
    [
      'tree of the whole Bloc: first rows readable, from the address (files cached, as on a second morning)',
      first,
      '1000',
    ],
    ['another unit’s card opened in the tree', card, '200'],
    ['the whole screen moved to another day', day, '200'],
  ] as const) {
    console.log(`| ${what} | ${timesOf(samples).p50.toFixed(0)} | ${Math.max(...samples).toFixed(0)} | < ${goal} |`)
  }
  await opened.close()
  server.close()
}

async function signIn(page: Page): Promise<void> {
  await page.evaluate(async (password) => {
    const headers = { 'content-type': 'application/json' }
    await fetch('/api/access.sign-in', {
      method: 'POST',
      headers,
      body: JSON.stringify({ username: 'tochuc', password }),
    })
  }, demoPassword)
}

/** From asking for the address to the first rows of the tree, by the page's own clock. */
async function firstRows(page: Page, base: string): Promise<number> {
  await page.goto(`${base}/to-chuc`, { waitUntil: 'commit' })
  await page.getByRole('treeitem').nth(5).waitFor()
  return page.evaluate(() => performance.now())
}

async function timeOf(page: Page, act: () => Promise<void>): Promise<number> {
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

/** Moves the day back by the button that goes from act to act, and waits for the heading that names the new day. */
async function earlier(page: Page): Promise<void> {
  const before = await page
    .locator('main')
    .getByText(/^Ngày \d/)
    .first()
    .innerText()
  await page.getByRole('button', { name: 'Thay đổi trước' }).click()
  await page.waitForFunction(
    (old) =>
      [...document.querySelectorAll('main p')].some(
        (p) => /^Ngày \d/.test(p.textContent ?? '') && p.textContent !== old,
      ),
    before,
  )
}
