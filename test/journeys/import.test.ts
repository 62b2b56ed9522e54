import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { csvOf } from '../lists.ts'
import { ask, journey, journeys, phone, slow, tooWide } from './demo.ts'

const unit = 'Đảng bộ Cơ quan Thuỷ đạc'
const heads = ['Mã', 'Tên tổ chức', 'Loại hình', 'Tổ chức cấp trên']

/** A unit of the demo and one grassroots organisation below it. */
async function place(page: Page) {
  const found = await ask<{ units: { id: string; name: string }[] }>(page, 'structure.find', { text: unit, limit: 1 })
  const top = found.body.units[0]!
  const tree = await ask<{ units: { id: string; name: string; type: string }[] }>(page, 'structure.tree', {
    under: top.id,
  })
  return { top, below: tree.body.units.find(({ type }) => type === 'dang_bo_co_so')! }
}

/** Fills in the page and sends a file. */
async function bring(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.getByLabel('Số và ký hiệu').fill('15-QĐ/ĐU')
  await page.getByLabel('Danh sách này không có nội dung Mật, Tối mật, Tuyệt mật.').check()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes })
  await page.getByRole('button', { name: 'Đọc danh sách' }).click()
}

journeys('a list of units', () => {
  journey(
    'is brought in with errors, corrected, brought in again, and its acts are one press away',
    async ({ enter }) => {
      const page = await enter('tochuc')
      const { top, below } = await place(page)
      await page.goto(`/to-chuc/${top.id}/danh-sach`)
      await page.getByRole('button', { name: 'Nhập danh sách từ tệp' }).click()
      await page.getByRole('heading', { level: 1, name: 'Nhập danh sách tổ chức' }).waitFor()
      await expect.poll(() => page.getByLabel('Nhập vào phần trực thuộc').inputValue(), slow).toBe(top.name)
      await bring(
        page,
        'danh-sach.csv',
        csvOf([heads, ['', 'Chi bộ Kho tư liệu', 'Chi bộ', below.name], ['', 'Chi bộ Xưởng in', 'Hội', below.name]]),
      )
      await page.getByText('Không có loại hình “Hội” vào ngày có hiệu lực.', { exact: false }).waitFor()
      await page.getByRole('button', { name: 'Ghi 1 tổ chức mới, 0 thay đổi' }).waitFor()

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Tải 1 dòng chưa nhận về để sửa' }).click()
      const file = await download
      expect(file.suggestedFilename()).toBe('dong-chua-nhan.xlsx')
      const sheet = await readSheet(readFileSync(await file.path()), {
        bytes: 1e6,
        unpackedBytes: 1e7,
        rows: 10,
        columns: 10,
        cellCharacters: 600,
      })
      expect(sheet.rows[1]!.slice(-2)).toEqual(['Không có loại hình “Hội” vào ngày có hiệu lực.', 'C3'])

      await page.getByRole('button', { name: 'Ghi 1 tổ chức mới, 0 thay đổi' }).click()
      await page.getByRole('heading', { name: 'Đã ghi 1 tổ chức mới, 0 thay đổi' }).waitFor()

      await page.getByRole('button', { name: 'Nhập danh sách khác' }).click()
      const corrected = sheet.rows.map((line) => line.map((cell) => (cell === 'Hội' ? 'Chi bộ' : cell)))
      await bring(page, 'dong-da-sua.csv', csvOf(corrected))
      await page.getByRole('button', { name: 'Ghi 1 tổ chức mới, 0 thay đổi' }).click()
      const written = page.getByRole('heading', { name: 'Đã ghi 1 tổ chức mới, 0 thay đổi' })
      await written.waitFor()
      // What is in the address is found again.
      await page.reload()
      await written.waitFor()
      await page.getByRole('link', { name: 'Thành lập' }).click()
      await page.getByText('15-QĐ/ĐU', { exact: false }).first().waitFor()
      await page.getByText('Chi bộ Xưởng in').first().waitFor()
    },
  )

  journey('is refused as a whole with its cell; previewed row by row on a phone too', async ({ enter }) => {
    const page = await enter('tochuc', phone)
    const { top, below } = await place(page)
    await page.goto(`/nhap-du-lieu?don-vi=${top.id}`)
    await expect.poll(() => page.getByLabel('Nhập vào phần trực thuộc').inputValue(), slow).toBe(top.name)
    await bring(
      page,
      'sai.csv',
      csvOf([
        ['Tên', 'Tên tổ chức'],
        ['a', 'b'],
      ]),
    )
    await page.getByText('Có hai cột cùng nghĩa “Tên tổ chức”.', { exact: false }).waitFor()
    await page.getByText('(ô B1)', { exact: false }).waitFor()
    expect(await tooWide(page)).toBe(0)
    await page.getByRole('button', { name: 'Nhập danh sách khác' }).click()
    await bring(
      page,
      'bon-loai.csv',
      csvOf([
        heads,
        ['', 'Chi bộ Bến tạm', 'Chi bộ', below.name],
        [below.id, `${below.name} mới`, '', ''],
        [top.id, top.name, '', ''],
        ['', '', 'Chi bộ', below.name],
      ]),
    )
    for (const verdict of ['Mới (1)', 'Thay đổi (1)', 'Không đổi (1)', 'Chưa nhận (1)'])
      await page.getByText(verdict, { exact: true }).waitFor()
    await page.getByText('Thay đổi (1)', { exact: true }).click()
    await page.getByText(`B3, tên: ${below.name} → ${below.name} mới`, { exact: false }).waitFor()
    expect(await tooWide(page)).toBe(0)
  })

  journey('is given out in four forms from the list of a unit', async ({ enter }) => {
    const page = await enter('tochuc')
    const { top } = await place(page)
    await page.goto(`/to-chuc/${top.id}/danh-sach`)
    const forms = page.getByRole('group', { name: 'Xuất dữ liệu' })
    for (const [name, ending] of [
      ['Excel', 'xlsx'],
      ['CSV', 'csv'],
      ['JSON', 'json'],
      ['JSON-LD', 'jsonld'],
    ] as const) {
      const download = page.waitForEvent('download')
      await forms.getByRole('button', { name, exact: true }).click()
      expect((await download).suggestedFilename()).toBe(`dang-bo-co-quan-thuy-dac-2024-01-15.${ending}`)
    }
  })
})
