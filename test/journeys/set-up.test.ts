import { afterAll, beforeAll, describe, expect } from 'vitest'
import { journey, openStage, type Stage, signIn } from './demo.ts'
import { serve, setUpCode } from './serve.ts'

let fresh: Stage | null = null

beforeAll(async () => {
  const browser = await openStage()
  fresh = browser && { ...(await serve('fresh')), browser }
})
afterAll(() => fresh?.close())

describe('the first administrator of a new installation', () => {
  journey(
    'is led to the set-up, mends a wrong code, signs in, and finds calm empty screens',
    async ({ visit }) => {
      const page = await visit()
      await page.goto('/to-chuc?ngay=2010-12-31')
      await page.waitForURL(/\/thiet-lap/)
      const next = page.getByRole('button', { name: 'Bước tiếp theo' })
      await page.getByLabel('Mã dùng một lần').fill('MA-KHONG-DUNG')
      await next.click()
      await page.getByText('Mã thiết lập chưa đúng', { exact: false }).waitFor()
      await page.getByLabel('Mã dùng một lần').fill(setUpCode)
      await next.click()
      await page.getByLabel('Tên đầy đủ').fill('Đảng bộ Cục Bản đồ sông')
      await page.getByLabel('Loại hình').selectOption({ index: 1 })
      await page.getByLabel('Thành lập từ ngày').fill('01/02/2020')
      await page.getByLabel('Thành lập từ ngày').press('Tab')
      await next.click()
      await page.getByLabel('Họ và tên').fill('Vũ Hoà An')
      await page.getByLabel('Tên đăng nhập').fill('an.vh')
      await page.getByLabel('Mật khẩu', { exact: false }).first().fill('mot-cau-that-dai')
      await page.getByLabel('Gõ lại mật khẩu').fill('mot-cau-that-dai')
      await next.click()
      await page.getByText('Đảng bộ Cục Bản đồ sông').first().waitFor()
      await page.getByRole('button', { name: 'Thiết lập hệ thống' }).click()
      await page.getByText('Đã thiết lập xong').waitFor()
      await page.getByText('Đến trang đăng nhập').click()
      await signIn(page, 'an.vh', 'mot-cau-that-dai')
      await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
      const main = page.getByRole('main')
      await main.getByRole('link', { name: 'Đảng bộ Cục Bản đồ sông' }).first().waitFor()
      await main.getByText('Không có tổ chức trực thuộc').first().waitFor()
      await page.getByRole('navigation').getByRole('link', { name: 'Hệ thống tổ chức đảng' }).click()
      await page.getByRole('article', { name: 'Đảng bộ Cục Bản đồ sông' }).waitFor()
      await page.getByRole('navigation').getByRole('link', { name: 'Thiết lập hệ thống' }).click()
      await page.getByText('Chưa có bản sao lưu nào').waitFor()
      await page.goto('/thiet-lap')
      await page.getByText('Hệ thống đã được thiết lập').first().waitFor()
      expect(await page.getByRole('alert').count()).toBe(0)
    },
    async () => fresh,
  )
})
