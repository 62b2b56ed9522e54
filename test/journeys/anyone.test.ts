import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, journeys, phone, signIn, slow, tooWide } from './demo.ts'

const menuOf = (page: Page) => page.getByRole('button', { name: /^(Tài khoản|Account):/ })

journeys('anyone', () => {
  journey('turns to English and back, to dark, to large letters', async ({ enter }) => {
    const page = await enter('tochuc')
    await menuOf(page).click()
    await page.getByText('English', { exact: true }).click()
    await expect.poll(() => page.getAttribute('html', 'lang'), slow).toBe('en')
    await page.keyboard.press('Escape')
    for (const address of ['/', '/to-chuc', '/nhat-ky', '/tai-khoan']) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByRole('navigation').first().getByRole('link', { name: 'My account' }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toMatch(
        /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i,
      )
    }
    await menuOf(page).click()
    await page.getByText('Tiếng Việt', { exact: true }).click()
    await expect.poll(() => page.getAttribute('html', 'lang'), slow).toBe('vi')
    await page.getByText('Tối', { exact: true }).click()
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await expect.poll(async () => darkness(await paper()), slow).toBeLessThan(80)
    await page.getByText('130%', { exact: true }).click()
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize), slow)
      .toBe('20.8px')
    await page.goto('/to-chuc')
    await page.getByRole('tree').waitFor()
    expect(darkness(await paper())).toBeLessThan(80)
    expect(await tooWide(page)).toBe(0)
    await page.setViewportSize(phone)
    await expect.poll(() => tooWide(page), slow).toBe(0)
  })

  journey('prints a card and a list without the shell', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.getByRole('navigation').getByRole('link', { name: 'Hệ thống tổ chức đảng' }).click()
    const card = page.getByRole('article')
    await card.getByRole('button', { name: 'Danh sách để in' }).waitFor()
    const onPaper = async (what: ReturnType<Page['locator']>) => {
      await page.emulateMedia({ media: 'print' })
      await what.waitFor()
      expect(await page.getByRole('banner').count()).toBe(0)
      expect(await page.getByRole('navigation').count()).toBe(0)
      expect(await page.getByRole('slider').count()).toBe(0)
      expect(await tooWide(page)).toBe(0)
      await page.emulateMedia({ media: 'screen' })
    }
    await onPaper(card.getByRole('heading', { level: 2 }))
    await card.getByRole('button', { name: 'Danh sách để in' }).click()
    const list = page.getByRole('table')
    await expect.poll(() => list.getByRole('row').count(), slow).toBe(62)
    await onPaper(page.getByText('DANH SÁCH', { exact: true }))
  })

  journey('loses the connection in the middle of a form, and nothing else', async ({ enter }) => {
    const page = await enter('bithu')
    await page.getByRole('link', { name: 'Số liệu của tổ chức' }).click()
    await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
    const form = page.getByRole('dialog', { name: /^Ghi số liệu đã công bố/ })
    await form.getByLabel('Chỉ tiêu').selectOption({ label: 'Đảng viên' })
    await page.route(/\/(api|healthz)/, (route) => route.abort())
    await form.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('777')
    await form.getByLabel('Số liệu của ngày').fill('30/09/2023')
    await form.getByLabel('Định nghĩa của nguồn').fill('Đảng viên toàn đảng bộ')
    await form.getByLabel('Văn bản, tài liệu').fill('Báo cáo quý ba')
    const send = form.getByRole('button', { name: 'Ghi số liệu vào hồ sơ' })
    await send.click()
    await form.getByText('Chưa rõ máy chủ đã nhận hay chưa', { exact: false }).waitFor()
    await page.getByText('Mất kết nối với máy chủ', { exact: false }).waitFor()
    expect(await form.getByLabel('Văn bản, tài liệu').inputValue()).toBe('Báo cáo quý ba')
    await page.unroute(/\/(api|healthz)/)
    await send.click()
    await form.waitFor({ state: 'detached' })
    await page.getByText('Mất kết nối với máy chủ', { exact: false }).waitFor({ state: 'detached' })
    const rows = page
      .getByRole('table', { name: 'Số liệu đã công bố' })
      .getByRole('row')
      .filter({ hasText: 'Báo cáo quý ba' })
    await rows.first().waitFor()
    expect(await rows.count()).toBe(1)
  })

  journey(
    'not signed in is led to the sign-in and back to the page asked for; signing out ends it',
    async ({ visit }) => {
      const page = await visit()
      await page.goto('/nhat-ky?ngay=2010-12-31')
      await page.waitForURL(/\/dang-nhap\?/)
      await page.getByText('hệ thống mở lại đúng trang vừa được yêu cầu', { exact: false }).waitFor()
      await signIn(page, 'tochuc')
      await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor()
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/nhat-ky?ngay=2010-12-31')
      await page.getByRole('navigation').getByRole('link', { name: 'Tổng quan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
      await menuOf(page).click()
      await page.getByRole('button', { name: 'Đăng xuất' }).click()
      await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
      await page.goBack()
      await page.waitForURL(/\/dang-nhap/)
      await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
      expect(await page.getByRole('main').innerText()).not.toContain('Khối các cơ quan')
      expect(await page.getByRole('banner').innerText()).not.toContain('Khối các cơ quan')
    },
  )
})

/** How light a colour is, 0 to 255. */
function darkness(colour: string): number {
  const [r = 255, g = 255, b = 255] = (colour.match(/\d+/g) ?? []).map(Number)
  return (r + g + b) / 3
}
