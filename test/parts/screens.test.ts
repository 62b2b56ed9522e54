import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedBrowser, openBrowser, type WatchedPage } from '../browser.ts'
import { pretended } from './pretended.ts'
import { sampleSession } from './sample-session.ts'
import { type Pretended, serveWeb } from './serve.ts'

/* Screens before a server that answers what a whole product seldom does: an empty chain, many pages, another engine. Needs `dist/web`. */

let browser: OpenedBrowser | null
let server: Server
let origin: string
const may = ['structure.tree', 'access.journal', 'access.verify-journal', 'kernel.settings']
const answers: { -readonly [K in keyof Pretended]: Pretended[K] } = {
  ...pretended,
  'access.who-am-i': () => ({ body: { ...sampleSession, may, demoPeople: [] } }),
  'access.roles': () => ({ body: { roles: [] } }),
}

beforeAll(async () => {
  browser = await openBrowser()
  ;({ origin, server } = await serveWeb(answers))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function visit(address: string, run: (page: WatchedPage['page']) => Promise<void>, width = 1280): Promise<void> {
  if (!browser) return
  const { page, complaints } = await browser.open({ viewport: { width, height: 800 } })
  page.setDefaultTimeout(15_000)
  try {
    await page.goto(origin + address)
    await page.waitForSelector('h1')
    await run(page)
    expect(complaints).toEqual([])
  } finally {
    await page.context().close()
  }
}

/** 120 entries, the newest first, as `access.journal` pages them. */
function journalPage(input: unknown) {
  const { before = 121, limit = 50 } = input as { before?: number; limit?: number }
  const ids = Array.from({ length: Math.min(limit, before - 1) }, (_, at) => before - 1 - at)
  const entries = ids.map((id) => ({
    id,
    capability: 'access.sign-in',
    title: { vi: 'Đăng nhập', en: 'Sign in' },
    actorName: `Người thứ ${id}`,
    capacity: null,
    recordedAt: '2024-01-15T02:00:00.000Z',
    writtenAt: '2024-01-15T02:00:00.000Z',
    units: [],
    subjects: [],
    input: null,
    before: null,
    after: null,
    ground: null,
    grantId: null,
    sealed: false,
  }))
  const last = ids.at(-1) ?? 1
  return { body: { entries, next: last > 1 ? last : null } }
}

describe('the journal', () => {
  it('goes on page by page to its end, every entry once', () => {
    answers['access.journal'] = journalPage
    return visit('/nhat-ky', async (page) => {
      const lines = page.getByRole('table').locator('[data-line]')
      await page.getByText('đang xem 50 dòng, còn nữa', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Xem thêm' }).click()
      await page.getByText('đang xem 100 dòng, còn nữa', { exact: true }).waitFor()
      await page.getByRole('button', { name: 'Xem thêm' }).click()
      await page.getByText('120 dòng', { exact: true }).waitFor()
      expect(await page.getByRole('button', { name: 'Xem thêm' }).count()).toBe(0)
      expect(await lines.count()).toBe(120)
      const named = await page.getByRole('table').locator('b').allTextContents()
      expect(new Set(named).size).toBe(120)
    })
  })

  it('says plainly that nothing was sealed yet, and how much waits', () => {
    answers['access.journal'] = journalPage
    answers['access.verify-journal'] = () => ({
      body: {
        whole: true,
        blocks: 0,
        sealedEntries: 0,
        notYetSealed: 7,
        oldestUnsealedSeconds: 12,
        signaturesChecked: true,
        confirmedOutside: 0,
        erased: [],
        breaksFound: 0,
        breaks: [],
      },
    })
    return visit('/nhat-ky', async (page) => {
      await page.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
      const result = page.getByRole('region', { name: 'Kết quả kiểm tra tính toàn vẹn' })
      await result.getByRole('heading', { name: 'nhật ký chưa được niêm phong lần nào' }).waitFor()
      await result.getByText('nửa phút một lần', { exact: false }).waitFor()
      await result.getByText('Số mục đang chờ niêm phong: 7.').waitFor()
      expect(await result.innerText()).not.toMatch(/toàn vẹn|0 mục|0 khối/)
    })
  })
})

describe('the settings', () => {
  const said = {
    version: '0.1.0',
    databaseVersion: '18.6',
    zone: 'Asia/Ho_Chi_Minh',
    today: '2024-01-15',
    demo: false,
    migrations: [],
    backups: [],
  }
  it.each([
    ['embedded', 24.5 * 1024 ** 3, 'còn 24,5 GB; dưới 500 MB thì hệ thống tạm dừng ghi'],
    ['embedded', null, 'không dùng đĩa: dữ liệu chỉ nằm trong bộ nhớ, tắt hệ thống là mất'],
    ['postgres', null, 'do máy chủ cơ sở dữ liệu quản lý; người vận hành máy chủ đó theo dõi'],
  ])('say where the data lie and how much room there is: %s, %s', (engine, freeBytes, words) => {
    answers['kernel.settings'] = () => ({ body: { ...said, engine, freeBytes } })
    return visit('/thiet-lap-he-thong', async (page) => {
      await page.getByRole('definition').filter({ hasText: words }).waitFor()
    })
  })
})

describe('the bar at the foot of a telephone', () => {
  it.each(['vi', 'en'])('says each screen on one line: %s', (language) =>
    visit(
      '/dev/parts',
      async (page) => {
        if (language === 'en') {
          await page.getByRole('button', { name: /^Tài khoản:/ }).click()
          await page.getByText('English').click()
          await page.reload()
          await page.waitForSelector('h1')
        }
        const bar = page.locator('a[href="/to-chuc"]:visible').locator('..')
        const lines = await bar.evaluate((element) =>
          [...element.children].map((entry) => {
            const words = document.createRange()
            words.selectNodeContents(entry.lastChild!)
            return [entry.textContent, words.getClientRects().length]
          }),
        )
        expect(lines).toHaveLength(4)
        expect(lines.filter(([, count]) => count !== 1)).toEqual([])
      },
      390,
    ),
  )
})
