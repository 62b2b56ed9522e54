import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey, journeys, slow } from './demo.ts'

/** Goes from home to the figures of the person's own unit. */
async function toFigures(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Số liệu của tổ chức' }).click()
  await page.getByRole('heading', { level: 1, name: /^Số liệu: / }).waitFor()
}

journeys('figures', () => {
  journey('are read through time as a picture and as its table', async ({ enter }) => {
    const page = await enter('tochuc')
    await toFigures(page)
    await page.getByLabel('Chỉ tiêu theo thời gian').selectOption({ label: 'Chi bộ' })
    const figure = page.getByRole('figure', { name: 'Chi bộ theo thời gian' })
    await figure.getByRole('img', { name: 'Chi bộ theo thời gian' }).waitFor()
    await figure.getByText('Xem bảng số liệu').click()
    await figure.getByRole('table').getByText('5.529').first().waitFor()
  })

  journey('are entered with a bad date first, and then stand beside the computed one', async ({ enter }) => {
    const page = await enter('tochuc')
    await toFigures(page)
    await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
    const form = page.getByRole('dialog', { name: /^Ghi số liệu đã công bố/ })
    await form.getByLabel('Chỉ tiêu').selectOption({ label: 'Chi bộ' })
    await form.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('5600')
    // A day was there before: what cannot be read must not let the former one be sent.
    await form.getByLabel('Số liệu của ngày').fill('31/12/2021')
    await form.getByLabel('Số liệu của ngày').press('Tab')
    await form.getByLabel('Số liệu của ngày').fill('31/31/2022')
    await form.getByLabel('Định nghĩa của nguồn').fill('Tính cả chi bộ cơ sở và chi bộ trực thuộc')
    await form.getByLabel('Văn bản, tài liệu').fill('Báo cáo số 77-BC/ĐUK ngày 10/01/2023')
    await form.getByRole('button', { name: 'Ghi số liệu vào hồ sơ' }).click()
    await form.getByText('Ghi ngày theo mẫu 07/11/1948.').waitFor()
    expect(await form.getByLabel('Số liệu của ngày').inputValue()).toBe('31/31/2022')
    expect(await form.getByLabel('Văn bản, tài liệu').inputValue()).toContain('77-BC/ĐUK')
    await form.getByLabel('Số liệu của ngày').fill('31/12/2022')
    await form.getByRole('button', { name: 'Ghi số liệu vào hồ sơ' }).click()
    await form.waitFor({ state: 'detached' })
    const row = page
      .getByRole('table', { name: 'Số liệu đã công bố' })
      .getByRole('row')
      .filter({ hasText: 'Báo cáo số 77-BC/ĐUK' })
    await row.getByText('5.600', { exact: true }).waitFor()
    await row.getByText(/chênh \d/).waitFor()
  })

  journey('half entered are still there after the tab was closed', async ({ enter, second }) => {
    const page = await enter('tochuc')
    await toFigures(page)
    const address = page.url()
    await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
    const form = page.getByRole('dialog', { name: /^Ghi số liệu đã công bố/ })
    await form.getByLabel('Định nghĩa của nguồn').fill('Văn bản đếm mọi chi bộ trong nước')
    await form.getByText('Tự lưu lúc', { exact: false }).waitFor()
    const other = await second(page)
    await page.close()
    await other.goto(address)
    await other.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
    await other.getByText('Đang dùng lại bản nháp', { exact: false }).waitFor()
    expect(await other.getByLabel('Định nghĩa của nguồn').inputValue()).toBe('Văn bản đếm mọi chi bộ trong nước')
    await other.getByRole('button', { name: 'Bỏ bản nháp' }).click()
    await expect.poll(() => other.getByLabel('Định nghĩa của nguồn').inputValue(), slow).toBe('')
  })

  journey(
    'amended in two windows: the second is shown what stands now beside what was typed',
    async ({ enter, second }) => {
      const page = await enter('tochuc')
      await toFigures(page)
      await declare(page, 'Báo cáo số 78-BC/ĐUK')
      const other = await second(page)
      await other.goto(page.url())
      const first = await amend(page, 'Báo cáo số 78-BC/ĐUK')
      const late = await amend(other, 'Báo cáo số 78-BC/ĐUK')
      await first.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('5601')
      await first.getByRole('button', { name: 'Ghi bản sửa' }).click()
      await first.waitFor({ state: 'detached' })
      await late.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('5602')
      await late.getByRole('button', { name: 'Ghi bản sửa' }).click()
      await late.getByText('Người khác vừa sửa số liệu này. Bản hiện nay:').waitFor()
      await late.getByText('5.601', { exact: false }).waitFor()
      expect(await late.getByRole('textbox', { name: 'Số liệu', exact: true }).inputValue()).toMatch(/^5\.?602$/)
      await late.getByRole('button', { name: 'Đã xem, sửa tiếp từ bản này' }).click()
      await late.getByRole('button', { name: 'Ghi bản sửa' }).click()
      await late.waitFor({ state: 'detached' })
      await other.getByRole('table', { name: 'Số liệu đã công bố' }).getByText('5.602').first().waitFor()
    },
  )
})

async function declare(page: Page, source: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
  const form = page.getByRole('dialog', { name: /^Ghi số liệu đã công bố/ })
  await form.getByLabel('Chỉ tiêu').selectOption({ label: 'Chi bộ' })
  await form.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('5600')
  await form.getByLabel('Số liệu của ngày').fill('30/06/2022')
  await form.getByLabel('Định nghĩa của nguồn').fill('Mọi chi bộ')
  await form.getByLabel('Văn bản, tài liệu').fill(source)
  await form.getByRole('button', { name: 'Ghi số liệu vào hồ sơ' }).click()
  await form.waitFor({ state: 'detached' })
}

async function amend(page: Page, source: string) {
  const table = page.getByRole('table', { name: 'Số liệu đã công bố' })
  const row = table.getByRole('row').filter({ hasText: source })
  await row.getByRole('button', { name: '30/06/2022' }).click()
  await page.getByRole('button', { name: 'Sửa số liệu đã ghi' }).click()
  return page.getByRole('dialog', { name: /^Sửa số liệu đã công bố/ })
}
