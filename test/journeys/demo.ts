import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#src/demo/people.ts'
import { type OpenedBrowser, openBrowser, type WatchedPage } from '../browser.ts'
import { type Served, serve } from './serve.ts'

/** An office's screen. */
export const desk = { width: 1440, height: 900 }
/** A telephone. */
export const phone = { width: 390, height: 844 }

/** How long `expect.poll` goes on asking: as long as a person's patience, as the pages do. */
export const slow = { timeout: 10_000 }

/** One of the demo's people, by user name. */
export type Person = 'tochuc' | 'bithu' | 'chibo' | 'quantri' | 'giamsat'

/** The product in front of the browser. */
export interface Stage extends Served {
  readonly browser: OpenedBrowser
}

/** What a journey is handed. */
export interface Journey {
  readonly at: Served
  /** Opens a page in a context of its own, nobody signed in. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
  /** Signs a person of the demo in through the screen and waits for the overview. */
  readonly enter: (person: Person, viewport?: { width: number; height: number }) => Promise<Page>
  /** Watches one more page of a context already open: a second window of the same person. */
  readonly second: (page: Page) => Promise<Page>
}

let browser: Promise<OpenedBrowser | null> | undefined
let theDemo: Promise<Stage | null> | undefined

/** The browser of this worker; null, after a loud line, where none can be had. */
export function openStage(): Promise<OpenedBrowser | null> {
  browser ??= openBrowser()
  return browser
}

/** The demo of this worker: opened by its first file, gone with the worker (its database is in memory). */
export function demo(): Promise<Stage | null> {
  theDemo ??= openStage().then(async (opened) => (opened ? { ...(await serve('demo')), browser: opened } : null))
  return theDemo
}

/** Journeys through the demo. */
export function journeys(title: string, define: () => void): void {
  describe(title, () => {
    beforeAll(() => demo())
    define()
  })
}

/** One journey; skipped loudly without a browser. Ends by asserting that no page complained of what was not meant. */
export function journey(
  sentence: string,
  run: (journey: Journey) => Promise<void>,
  stage: () => Promise<Stage | null> = demo,
): void {
  it(sentence, async (context) => {
    const at = await stage()
    if (!at) return context.skip('no browser')
    const watched: WatchedPage[] = []
    const visit = async (options: BrowserContextOptions = {}) => {
      const one = await at.browser.open({ viewport: desk, baseURL: at.origin, ...options })
      one.page.setDefaultTimeout(10_000)
      watched.push(one)
      return one.page
    }
    const enter = async (person: Person, viewport = desk) => {
      const page = await visit({ viewport })
      await page.goto('/')
      await signIn(page, person)
      await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
      return page
    }
    const second = async (page: Page) => {
      const state = await page.context().storageState()
      return visit({ storageState: state, viewport: page.viewportSize() ?? desk })
    }
    try {
      await run({ at, visit, enter, second })
      expect(watched.flatMap(({ complaints }) => complaints.filter((line) => !isMeant(line)))).toEqual([])
    } finally {
      for (const { page } of watched) await page.context().close()
    }
  })
}

/** Fills in the sign-in page as the person does. */
export async function signIn(page: Page, username: string, password = demoPassword): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** How many pixels the page is wider than its window. */
export function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Asks a capability as the person of this page, past the screens: for preparing, and for what no screen offers. */
export async function ask<A>(page: Page, capability: string, input: unknown): Promise<{ status: number; body: A }> {
  const answer = await page.request.post(`/api/${capability}`, {
    data: input,
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  return { status: answer.status(), body: (await answer.json()) as A }
}

/** The browser's own line for an answer that is meant as a refusal, or for a connection cut on purpose. */
function isMeant(line: string): boolean {
  return /^console: Failed to load resource: .*(status of (401|403|409|422|503)|net::ERR_(FAILED|CONNECTION|EMPTY))/.test(
    line,
  )
}
