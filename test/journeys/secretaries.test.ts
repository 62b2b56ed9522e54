import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, journey, journeys, phone, slow, tooWide } from './demo.ts'

journeys('a secretary of a cell on the telephone', () => {
  journey('sees home, the own unit, a superior, the tree and search, and nothing sideways', async ({ enter }) => {
    const page = await enter('chibo', phone)
    const calm = async (where: string) => {
      await expect.poll(() => tooWide(page), { ...slow, message: where }).toBe(0)
      expect(await smallFields(page), where).toEqual([])
    }
    const own = page.getByRole('heading', { level: 3 }).getByRole('link').first()
    const name = await own.innerText()
    await calm('home')
    await own.click()
    await page.getByRole('article', { name }).waitFor()
    await calm('own unit')
    const superior = page.getByRole('article').getByRole('definition').getByRole('link').first()
    const above = await superior.innerText()
    await superior.click()
    await page.getByRole('article', { name: above }).waitFor()
    await calm('superior')
    await page.getByRole('link', { name: '‹ Hệ thống tổ chức đảng' }).click()
    await page.getByRole('tree').getByRole('treeitem').first().waitFor()
    await calm('tree')
    await page.getByLabel('Tìm trong cây tổ chức').fill('khao sat')
    await page
      .getByRole('treeitem', { name: /Khảo sát/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Tìm', exact: true }).click()
    await page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' }).fill('thu tich')
    const hit = page.getByRole('option', { name: /Đảng bộ Cơ quan Thư tịch/ }).first()
    await hit.waitFor()
    await calm('search')
    await hit.click()
    await page.getByRole('article', { name: /Thư tịch/ }).waitFor()
    await page.getByRole('button', { name: 'Số liệu của tổ chức' }).click()
    await page.getByRole('heading', { level: 1, name: /^Số liệu: / }).waitFor()
    await calm('figures')
    await page.goto('/tai-khoan')
    await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor()
    await calm('own account')
  })

  journey('sees no journal of others', async ({ enter }) => {
    await enter('tochuc')
    const page = await enter('chibo', phone)
    await page.getByRole('button', { name: 'Danh mục' }).click()
    const menu = page.getByRole('dialog', { name: 'Danh mục màn hình' })
    await menu.getByRole('link', { name: 'Tài khoản của tôi' }).waitFor()
    expect(await menu.getByRole('link', { name: 'Tài khoản và quyền' }).count()).toBe(0)
    await page.goto('/nhat-ky')
    const table = page.getByRole('table', { name: 'Nhật ký, mục mới nhất ở trên' })
    await table.getByText('Nguyễn Thu Hà').first().waitFor()
    const journal = await ask<{ entries: { actorName: string }[] }>(page, 'access.journal', { limit: 50 })
    const told = JSON.stringify(journal.body.entries)
    expect(told).toContain('Nguyễn Thu Hà')
    for (const other of ['Lê Thị Hồng Lam', 'Phạm Quốc Vinh', 'Trần Minh Khuê']) expect(told).not.toContain(other)
  })
})

journeys('a secretary of a committee', () => {
  journey('reads the own unit on the telephone, nothing sideways', async ({ enter }) => {
    const page = await enter('bithu', phone)
    const own = page.getByRole('heading', { level: 3 }).getByRole('link').first()
    const name = await own.innerText()
    await own.click()
    const card = page.getByRole('article', { name })
    await card.getByText('Đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng').first().waitFor()
    await expect.poll(() => tooWide(page), slow).toBe(0)
  })

  journey('declares a figure on the own unit, and nothing on another', async ({ enter }) => {
    const page = await enter('bithu')
    await page.getByRole('link', { name: 'Số liệu của tổ chức' }).click()
    await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).click()
    const form = page.getByRole('dialog', { name: /^Ghi số liệu đã công bố/ })
    await form.getByLabel('Chỉ tiêu').selectOption({ label: 'Đảng viên' })
    await form.getByRole('textbox', { name: 'Số liệu', exact: true }).fill('4321')
    await form.getByLabel('Số liệu của ngày').fill('31/12/2023')
    await form.getByLabel('Định nghĩa của nguồn').fill('Đảng viên chính thức và dự bị')
    await form.getByLabel('Văn bản, tài liệu').fill('Báo cáo tổng kết năm 2023')
    await form.getByRole('button', { name: 'Ghi số liệu vào hồ sơ' }).click()
    await form.waitFor({ state: 'detached' })
    const declared = page
      .getByRole('table', { name: 'Số liệu đã công bố' })
      .getByRole('row')
      .filter({ hasText: '4.321' })
    await declared.waitFor()

    const found = await ask<{ units: { id: string; name: string }[] }>(page, 'structure.find', {
      text: 'co quan thu tich',
      asOf: '2024-01-15',
    })
    const other = found.body.units.find(({ name }) => name === 'Đảng bộ Cơ quan Thư tịch')!
    await page.goto(`/to-chuc/${other.id}/so-lieu`)
    await page.getByRole('table', { name: 'Chỉ tiêu' }).waitFor()
    expect(await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).count()).toBe(0)
    const refused = await ask(page, 'structure.declare-figure', {
      unitId: other.id,
      measure: 'members',
      value: 1,
      qualifier: 'exact',
      asOfDate: { on: '2023-12-31', precision: 'day' },
      definition: 'Của người khác',
      sourceTitle: 'Không có thật',
    })
    expect(refused.status).toBe(403)
  })
})

/** Fields on the page with words smaller than 16 px: a telephone would zoom into them. */
function smallFields(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'input:not([type="radio"], [type="checkbox"], [type="hidden"]), select, textarea',
      ),
    ]
      .filter((field) => field.checkVisibility() && Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map(
        (field) =>
          `${field.tagName} ${field.getAttribute('aria-label') ?? field.id} ${getComputedStyle(field).fontSize}`,
      ),
  )
}
