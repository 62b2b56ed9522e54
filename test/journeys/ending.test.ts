import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, journeys, phone, slow, tooWide } from './demo.ts'

const bloc = 'Đảng bộ Khối các cơ quan Trung ương'
/** Who goes on for the Bloc, and how many of the 61 each receives by the (invented) allocation of the demo. */
const successors = [
  ['Đảng bộ các cơ quan Đảng Trung ương', 14],
  ['Đảng bộ Chính phủ', 34],
  ['Đảng bộ Quốc hội', 4],
  ['Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương', 9],
] as const
const what = `chia ${bloc} từ 03/02/2025`

journeys('the organisation officer of the Bloc on 15/01/2024', () => {
  journey(
    'rehearses the ending of February 2025, enters it, looks at both trees and takes it back',
    async ({ enter, second }) => {
      const page = await enter('tochuc')
      await page.getByRole('link', { name: `Chia ${bloc}, từ 03/02/2025` }).click()
      await page.getByText('Các bước sau chọn trên hệ thống ngày 02/02/2025.', { exact: false }).waitFor()
      // What took long to prepare does not go by one press.
      await page.getByRole('button', { name: 'Bỏ bản nháp, làm lại từ đầu' }).click()
      const asked = page.getByRole('dialog', { name: 'Bỏ bản nháp này?' })
      await asked.getByRole('button', { name: 'Thôi, quay lại' }).click()
      await asked.waitFor({ state: 'hidden' })
      await next(page)
      await page.getByRole('region', { name: 'Đã chọn' }).getByText(bloc).waitFor()
      await next(page)
      await expect.poll(() => page.getByLabel('Tên tổ chức').count(), slow).toBe(4)
      await next(page)
      await page.getByText('Đã sắp xếp cả 61 tổ chức trực thuộc.').waitFor()
      for (const [name, count] of successors) await page.getByRole('button', { name: `${name} ${count}` }).waitFor()

      // One that is left over keeps the whole from being entered; dragged back to its place, it does not.
      const stray = 'Đảng bộ Cơ quan Ấn phẩm'
      const line = () => page.getByRole('checkbox', { name: new RegExp(`^${stray}`) })
      await line().check()
      await page.getByLabel('Nơi chuyển về').selectOption({ label: 'Để lại chưa sắp xếp' })
      await page.getByRole('button', { name: 'Chuyển 1 tổ chức đã chọn' }).click()
      await page.getByText('Còn 1 tổ chức chưa sắp xếp, trong 61 tổ chức trực thuộc.').waitFor()
      await next(page)
      await next(page)
      const enterIt = page.getByRole('button', { name: `Ghi vào hệ thống: ${what}` })
      await page.getByText(stray, { exact: false }).first().waitFor()
      expect(await enterIt.isDisabled()).toBe(true)
      await page.getByRole('button', { name: 'Bước trước' }).click()
      await page.getByRole('button', { name: 'Bước trước' }).click()
      await page
        .getByRole('listitem')
        .filter({ has: line() })
        .dragTo(page.getByRole('button', { name: `${successors[0][0]} 13` }))
      await page.getByText('Đã sắp xếp cả 61 tổ chức trực thuộc.').waitFor()
      await next(page)
      await next(page)
      await page.getByText('Diễn tập xong, không có gì vướng.', { exact: false }).waitFor()
      await page.getByText('Trước 62 tổ chức, lập mới 4, kết thúc 1, sau còn 65: khớp.').waitFor()
      const small = await enter('tochuc', phone)
      await small.goto(page.url())
      await small.getByText('Diễn tập xong, không có gì vướng.', { exact: false }).waitFor()
      expect(await tooWide(small)).toBe(0)

      await enterIt.click()
      await page.getByText(`Đã ghi vào hệ thống: ${what}`).waitFor()
      await page.getByRole('button', { name: 'Xem ngày trước đó, 02/02/2025' }).click()
      await page.getByRole('treeitem', { name: new RegExp(`^${bloc}`) }).waitFor()
      await page.goBack()
      await page.getByRole('button', { name: 'Xem ngày có hiệu lực, 03/02/2025' }).click()
      await page.getByRole('treeitem', { name: new RegExp(`^${successors[0][0]}`) }).waitFor()
      for (const [name] of successors) await page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).waitFor()
      expect(await page.getByRole('treeitem').count()).toBe(4)
      const first = page.getByRole('article', { name: successors[0][0] })
      await first.getByRole('link', { name: bloc, exact: true }).first().click()
      await page.getByText(`Ngày 03/02/2025: ${bloc} đã kết thúc hoạt động.`).waitFor()
      const card = page.getByRole('article', { name: bloc })
      for (const [name] of successors) await card.getByRole('link', { name, exact: true }).first().waitFor()
      await page.goBack()
      await page.goBack()

      await page.getByRole('button', { name: 'Mở việc vừa ghi' }).click()
      await page.getByRole('heading', { level: 1, name: 'Chia, có hiệu lực từ 03/02/2025' }).waitFor()
      await page.getByText('Quyết định 01-QĐ/MH ngày 12/01/2024', { exact: false }).waitFor()
      await page.getByRole('button', { name: 'Danh sách kèm theo' }).click()
      await page.getByText('Phụ lục 5', { exact: true }).waitFor()
      for (const [name, count] of successors) {
        const annex = page.locator('section').filter({ hasText: `tổ chức đảng chuyển về trực thuộc ${name},` })
        await annex.getByText(`Danh sách này có ${count} tổ chức đảng.`).waitFor()
      }

      const home = await second(page)
      await home.goto('/?ngay=2025-06-01')
      await home.getByText(`Ngày 01/06/2025: ${bloc} đã kết thúc hoạt động (03/02/2025).`).waitFor()
      await home.getByRole('main').getByRole('link', { name: 'Đảng bộ Quốc hội', exact: true }).first().waitFor()

      await page.goBack()
      await page.getByRole('button', { name: 'Rút lại' }).click()
      const dialog = page.getByRole('dialog', { name: 'Rút lại việc đã ghi nhầm?' })
      await dialog.getByLabel('Lý do rút lại').fill('Mới là diễn tập')
      await dialog.getByRole('button', { name: 'Rút lại việc đã ghi' }).click()
      await page.getByRole('tree').waitFor()
      await page.goto('/to-chuc?ngay=2025-02-03')
      await page.getByRole('treeitem', { name: new RegExp(`^${bloc}`) }).waitFor()
      expect(await page.getByRole('treeitem', { name: /^Đảng bộ Chính phủ/ }).count()).toBe(0)

      // What was taken back can be mended and rehearsed again.
      await page.getByRole('navigation').getByRole('link', { name: 'Sắp xếp tổ chức' }).click()
      await page
        .getByRole('link', { name: `Chia ${bloc}, từ 03/02/2025` })
        .first()
        .waitFor()
    },
  )
})

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bước tiếp theo' }).click()
}
