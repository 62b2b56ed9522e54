import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A browser for journeys and for looking at screens. */
export interface OpenedBrowser {
  readonly browser: Browser
  /** Opens a page in a context of its own (own cookies); collects what must stay empty: `complaints`. */
  readonly open: (options?: BrowserContextOptions) => Promise<WatchedPage>
  readonly close: () => Promise<void>
}

/** A page whose refusals by the content security policy, thrown errors and console errors are collected. */
export interface WatchedPage {
  readonly page: Page
  readonly complaints: string[]
}

/**
 * Starts Chromium: the one named by `CHROME_PATH`, else the one inside the package @sparticuz/chromium (Linux only).
 * Answers null, with a loud line, where there is none: the caller skips.
 */
export async function openBrowser(): Promise<OpenedBrowser | null> {
  const scratch = mkdtempSync(join(tmpdir(), 'lienchi-browser-'))
  // Workers end without closing what they share; 200 MB must not stay behind.
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  const launched = await launch(scratch).catch((error: unknown) => {
    rmSync(scratch, { recursive: true, force: true })
    throw error
  })
  if (!launched) return null
  return {
    browser: launched,
    open: async (options = {}) => {
      const context = await launched.newContext({ ...usual, ...options })
      return watch(await context.newPage())
    },
    close: async () => {
      await launched.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

async function launch(scratch: string): Promise<Browser | null> {
  const named = process.env.CHROME_PATH
  if (named) return chromium.launch({ executablePath: named, headless: true })
  if (process.platform !== 'linux') {
    console.error('!!! SKIPPED: no browser. Set CHROME_PATH to a Chromium to run what needs one.')
    return null
  }
  // The package unpacks its own nss libraries only when it believes to stand on such a machine; said before the import.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const outer = process.env.TMPDIR
  process.env.TMPDIR = scratch
  const packed = createRequire(import.meta.url)('@sparticuz/chromium') as unknown
  const chrome = ((packed as { default?: unknown }).default ?? packed) as PackedChromium
  const executablePath = await chrome.executablePath()
  if (outer === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = outer
  nameFonts(scratch)
  return chromium.launch({
    executablePath,
    // A page that grows without end must fail by itself, and not take the machine with it.
    args: [
      ...chrome.args.filter((arg) => !unwanted.some((part) => arg.startsWith(part))),
      '--js-flags=--max-old-space-size=768',
    ],
    headless: true,
    env: { ...process.env, TMPDIR: scratch, FONTCONFIG_PATH: scratch },
  })
}

/**
 * The package's own list of font folders names only fixed ones and misses a private folder; a browser without any font
 * also refuses those of a page. So it is told where the packed ones lie, and the system's.
 */
function nameFonts(scratch: string): void {
  const folders = [join(scratch, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const lines = folders.map((folder) => `<dir>${folder}</dir>`).join('')
  writeFileSync(
    join(scratch, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${lines}<cachedir>${join(scratch, 'font-cache')}</cachedir></fontconfig>`,
  )
}

/** A person in Hà Nội. Without motion: moving things cost a browser without a graphics card dearly. */
const usual: BrowserContextOptions = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' }

/** Switches of the package that would make the browser unlike the one people use. */
const unwanted = ['--single-process', '--headless', '--disable-web-security', '--allow-running-insecure-content']

interface PackedChromium {
  readonly args: readonly string[]
  readonly executablePath: () => Promise<string>
}

async function watch(page: Page): Promise<WatchedPage> {
  const complaints: string[] = []
  await page.exposeFunction('lienchiComplain', (what: string) => complaints.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const complain = (globalThis as unknown as { lienchiComplain: (what: string) => void }).lienchiComplain
      complain(
        `CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      )
    })
  })
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  return { page, complaints }
}
