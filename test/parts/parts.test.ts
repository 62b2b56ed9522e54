import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedBrowser, openBrowser, type WatchedPage } from '../browser.ts'
import { pretended } from './pretended.ts'
import { sampleSession } from './sample-session.ts'
import { type Pretended, serveWeb } from './serve.ts'

/* The shell and the parts in a real browser under the product's own policy; needs `dist/web`. */

let browser: OpenedBrowser | null
let server: Server
let origin: string
const answers: { -readonly [K in keyof Pretended]: Pretended[K] } = { ...pretended }
const sent: { name: string; key: string | undefined }[] = []

beforeAll(async () => {
  browser = await openBrowser()
  ;({ origin, server } = await serveWeb(answers, {
    onCall: (name, headers) => sent.push({ name, key: headers['idempotency-key'] }),
  }))
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function visit(address: string, run: (page: WatchedPage['page']) => Promise<void>, width = 1280): Promise<void> {
  if (!browser) return
  const { page, complaints } = await browser.open({ viewport: { width, height: 800 }, acceptDownloads: true })
  page.setDefaultTimeout(15_000)
  try {
    await page.goto(origin + address)
    await page.waitForSelector('h1')
    await run(page)
    expect(complaints.filter((line) => !line.includes('ERR_EMPTY_RESPONSE'))).toEqual([])
  } finally {
    await page.context().close()
  }
}

const tree = '[role="tree"]'

/** Whether a line of a scrolled box can be seen whole. */
function withinItsBox(line: Element): boolean {
  const inner = line.getBoundingClientRect()
  const outer = line.closest('[role="tree"]')!.getBoundingClientRect()
  return inner.top >= outer.top && inner.bottom <= outer.bottom
}

describe('the shell', () => {
  it('keeps the as-of date in the address, colours the bar and leads back to today', () =>
    visit('/dev/parts?ngay=2010-12-31', async (page) => {
      expect(await page.locator('header[data-other-day]').count()).toBe(1)
      expect(await page.title()).toBe('Các bộ phận của màn hình · Liên Chi')
      await page.getByRole('button', { name: 'Về ngày hiện tại' }).click()
      await page.waitForURL(/parts$/)
      expect(await page.locator('header[data-other-day]').count()).toBe(0)
      await page.getByRole('button', { name: /Thời điểm đang xem/ }).click()
      await page.getByRole('button', { name: 'Cuối năm 2019' }).click()
      await page.waitForURL(/ngay=2019-12-31/)
      await page.goBack()
      await page.waitForURL(/parts$/)
    }))

  it('picks a day from the calendar inside the choice of a date', () =>
    visit('/dev/parts', async (page) => {
      await page.getByRole('button', { name: /Thời điểm đang xem/ }).click()
      const dialog = page.getByRole('dialog').filter({ hasText: 'Xem theo thời điểm' })
      await dialog.getByRole('button', { name: 'Chọn trên lịch' }).click()
      await page.getByRole('button', { name: /^9 tháng 1/ }).click()
      await page.waitForURL(/ngay=2024-01-09/)
    }))

  it('finds screens without diacritics by Ctrl K and gives the focus back', () =>
    visit('/dev/parts', async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' }).fill('cac bo phan')
      await page.getByRole('option', { name: 'Các bộ phận của màn hình' }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' }).waitFor({ state: 'detached' })
    }))

  it('speaks English when asked, and remembers', () =>
    visit('/dev/parts', async (page) => {
      await page.getByRole('button', { name: /^Tài khoản:/ }).click()
      await page.getByText('English').click()
      await page.getByText('115%').click()
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      await page.reload()
      await page.waitForSelector('h1')
      expect(await page.getAttribute('html', 'lang')).toBe('en')
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('18.4px')
      await page.getByRole('button', { name: /^Account:/ }).waitFor()
    }))

  it('sends whoever is not signed in to the sign-in page and keeps the address', () =>
    visit('/dev/parts', async (page) => {
      answers['access.who-am-i'] = () => ({ body: { ...sampleSession, signedIn: false, demoPeople: [] } })
      try {
        await page.goto(`${origin}/dev/parts?ngay=2010-12-31`)
        await page.waitForURL(/\/dang-nhap\?/)
        expect(new URL(page.url()).searchParams.get('tiep')).toBe('/dev/parts?ngay=2010-12-31')
      } finally {
        answers['access.who-am-i'] = pretended['access.who-am-i']!
      }
    }))

  it('says that an address leads nowhere, and skips to the content', () =>
    visit('/khong-co-trang-nay', async (page) => {
      expect(await page.textContent('h1')).toBe('Không có trang này')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#noi-dung')
    }))
})

describe('the parts', () => {
  it('opens thousands of units at once and moves by the keyboard', () =>
    visit('/dev/parts', async (page) => {
      const began = Date.now()
      await page.getByRole('button', { name: 'Mở hết' }).click()
      await page
        .getByRole('treeitem', { name: /Chi bộ Phòng Thuỷ đạc/ })
        .first()
        .waitFor()
      expect(Date.now() - began).toBeLessThan(1500)
      expect(await page.getByRole('treeitem').count()).toBeLessThan(80)
      await page.focus(tree)
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowLeft')
      expect(await page.getByRole('treeitem').count()).toBe(1)
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('End')
      const active = await page.getAttribute(tree, 'aria-activedescendant')
      expect(await page.locator(`[id="${active}"]`).getAttribute('aria-level')).toBe('4')
    }))

  it('opens a tree down to the unit it stands on, brings its line into view and leaves the focus alone', () =>
    visit('/dev/parts?cay=c40g4x2', async (page) => {
      const line = page.locator(`${tree} [role="treeitem"][aria-selected="true"]`)
      await line.waitFor()
      await expect.poll(() => line.evaluate(withinItsBox)).toBe(true)
      expect(await line.getAttribute('aria-level')).toBe('4')
      expect(await page.evaluate(() => document.activeElement?.closest('[role="tree"]') ?? null)).toBeNull()
      expect(await page.evaluate(() => window.scrollY)).toBe(0)
      // Looking elsewhere in the tree is not undone.
      await page.getByRole('button', { name: 'Thu gọn' }).click()
      await page.getByRole('button', { name: 'Mở hết' }).click()
      await page.locator(tree).evaluate((box) => box.scrollTo({ top: 0 }))
      await page.locator(`${tree} [aria-level="1"]`).waitFor()
      await page.waitForTimeout(300)
      expect(await page.locator(tree).evaluate((box) => box.scrollTop)).toBe(0)
    }))

  it('sorts people by given name, filters without diacritics, keeps both in the address, exports what is shown', () =>
    visit('/dev/parts', async (page) => {
      const table = page.getByRole('table', { name: 'Vài đảng viên (minh hoạ)' })
      await table.getByRole('button', { name: 'Họ và tên' }).click()
      await page.waitForURL(/it-dong\.sap=ten/)
      expect(
        (await table.locator('tbody tr td:first-child').allTextContents()).map((name) => name.split(' ').at(-1)),
      ).toEqual(['An', 'Hạnh', 'Hoà', 'Ước', 'Yến'])
      const filter = page.getByLabel('Lọc trong bảng').nth(1)
      await filter.fill('hanh chinh')
      await page.waitForURL(/it-dong\.loc=hanh/)
      await page.getByText('1 trong 5 dòng').waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Xuất bảng (CSV)' }).nth(1).click()
      const file = readFileSync(await (await download).path(), 'utf8')
      expect(file.startsWith('\uFEFFHọ và tên,Chi bộ,')).toBe(true)
      expect(file.trim().split('\r\n')).toHaveLength(2)
    }))

  it('moves through rows by the keyboard and opens them', () =>
    visit('/dev/parts', async (page) => {
      const table = page.getByRole('table', { name: 'Danh sách đảng viên (minh hoạ)' })
      await table.locator('tr[data-at="0"]').focus()
      await page.keyboard.press('End')
      await page.locator('tr[data-at="5199"]:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/mo=m5199/)
    }))

  it('takes the next page of rows when asked, says that there are more, and keeps the focus at the end', () =>
    visit('/dev/parts', async (page) => {
      const table = page.getByRole('table', { name: 'Đảng viên từng trang (minh hoạ)' })
      const box = page.locator('div.sheet').filter({ has: table })
      expect(await table.locator('tr[data-at]').count()).toBe(25)
      expect(await box.getByRole('status').textContent()).toBe('đang xem 25 dòng, còn nữa')
      await table.getByRole('button', { name: 'Họ và tên' }).click()
      await box.getByText('chỉ tính các dòng đang xem', { exact: false }).waitFor()
      const more = box.getByRole('button', { name: 'Xem thêm' })
      await more.focus()
      await page.keyboard.press('Enter')
      await box.getByText('đang xem 50 dòng, còn nữa').first().waitFor()
      expect(await more.evaluate((button) => document.activeElement === button)).toBe(true)
      await page.keyboard.press('Enter')
      await more.waitFor({ state: 'detached' })
      expect(await box.getByRole('status').textContent()).toBe('75 dòng')
      expect(await box.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    }))

  it('says of long work how far it is, and claims no share where the total is not known', () =>
    visit('/dev/parts', async (page) => {
      const bars = page.getByRole('progressbar')
      const value = (name: string) => bars.and(page.getByLabel(name)).getAttribute('aria-valuenow')
      expect(await value('Nhập danh sách đảng viên')).toBe('57')
      expect(await value('Tổng hợp tháng 11/2023')).toBe('0')
      expect(await value('Đọc tệp dang-vien.xlsx')).toBeNull()
      expect(await bars.count()).toBe(3)
      for (const words of ['3.120 trên 5.468', 'Đã làm 1.240, chưa rõ tổng số', 'Dừng ở 120 trên 400', 'Đã xong'])
        await page.getByText(words, { exact: true }).waitFor()
    }))

  it('tells a figure that nobody counts from one without a source', () =>
    visit('/dev/parts', async (page) => {
      const card = (name: string) =>
        page.locator('div.sheet').filter({ has: page.getByRole('heading', { name, exact: true }) })
      const members = card('Đảng viên')
      await members.locator('b', { hasText: 'gần 79.000' }).waitFor()
      await members.getByText('số đã công bố, năm 2010', { exact: true }).waitFor()
      await members.getByText('Hệ thống chưa có sổ đảng viên để tính', { exact: false }).waitFor()
      expect(await members.innerText()).not.toMatch(/chưa có tư liệu|Tính từ hồ sơ/)
      expect(await card('Liên chi').getByText('chưa có tư liệu').count()).toBe(2)
    }))

  it('shows what to mend at its field, keeps what was typed over a lost connection, and sends one intention once', () =>
    visit('/dev/parts', async (page) => {
      const send = page.getByRole('button', { name: 'Gửi báo cáo Đảng uỷ Cục' })
      await send.click()
      await page.getByText('Số dự và số vắng cộng lại nhiều hơn số đảng viên').waitFor()
      expect(await page.evaluate(() => document.activeElement?.closest('[data-at]')?.getAttribute('data-at'))).toBe(
        'unitId',
      )
      await page.locator('[data-at="unitId"] input').fill('thuy dac')
      await page.locator('[role="listbox"] [role="option"]').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByLabel('Vắng có lý do').fill('1')
      await page.getByLabel('Việc chính trong năm').fill('Hoàn thành góp ý dự thảo Luật; giúp đỡ hai quần chúng ưu tú.')
      answers['dev.sample-report'] = () => 'dead'
      sent.length = 0
      await send.click()
      await page.getByText('Chưa rõ máy chủ đã nhận hay chưa', { exact: false }).waitFor()
      await page.getByText('Mất kết nối với máy chủ', { exact: false }).waitFor()
      answers['dev.sample-report'] = pretended['dev.sample-report']!
      await send.click()
      await page.getByText('Chưa rõ máy chủ đã nhận hay chưa', { exact: false }).waitFor({ state: 'detached' })
      const keys = sent.filter((call) => call.name === 'dev.sample-report').map((call) => call.key)
      expect(keys.length).toBeGreaterThanOrEqual(2)
      expect(new Set(keys).size).toBe(1)
    }))

  it('saves a picture as SVG and PNG and shows its table', () =>
    visit('/dev/parts', async (page) => {
      for (const kind of ['SVG', 'PNG']) {
        await page.getByRole('button', { name: 'Lưu hình' }).click()
        const download = page.waitForEvent('download')
        await page.getByRole('menuitem', { name: `Lưu hình ${kind}` }).click()
        const file = readFileSync(await (await download).path())
        expect(file.length).toBeGreaterThan(1000)
        if (kind === 'SVG') expect(file.toString()).not.toContain('var(--')
        else expect(file.subarray(1, 4).toString()).toBe('PNG')
      }
      await page.getByText('Xem bảng số liệu').click()
      await page.getByRole('table', { name: 'Tỷ lệ gửi báo cáo đúng hạn' }).waitFor()
    }))

  it('prints every row of a long table', () =>
    visit('/dev/parts', async (page) => {
      await page.emulateMedia({ media: 'print' })
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      const table = page.getByRole('table', { name: 'Danh sách đảng viên (minh hoạ)' })
      expect(await table.locator('tr[data-at]').count()).toBe(5200)
    }))

  it.each([360, 390, 768, 1024, 1920])('fits %i px without sideways scroll, also with large text', (width) =>
    visit(
      '/dev/parts?ngay=2010-12-31',
      async (page) => {
        const over = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(await over()).toBe(0)
        await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '130'))
        expect(await over()).toBe(0)
        await page.evaluate(() => document.documentElement.setAttribute('data-text-size', '100'))
        if (width > 480) return
        const small = await page.evaluate(() => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          const found = new Set<string>()
          for (let node = words.nextNode(); node; node = words.nextNode()) {
            const element = node.parentElement
            if (!element || !node.textContent?.trim() || element.closest('svg, .unseen, style, script, noscript'))
              continue
            if (element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 16) {
              found.add(`${node.textContent.trim().slice(0, 30)} ${getComputedStyle(element).fontSize}`)
            }
          }
          return [...found]
        })
        expect(small).toEqual([])
      },
      width,
    ),
  )
})
