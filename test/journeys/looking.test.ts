import { expect } from 'vitest'
import { ask, journey, journeys, slow } from './demo.ts'

interface ChangeDays {
  days: { on: string }[]
}

journeys('an officer who looks for things', () => {
  journey('types right after Ctrl K, and every letter arrives in the box', async ({ enter }) => {
    for (const delay of [0, 60, 120]) {
      const page = await enter('tochuc')
      await page.keyboard.press('Control+k')
      await page.keyboard.type('khao sat', { delay })
      const box = page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' })
      expect(await box.inputValue()).toBe('khao sat')
      await page
        .getByRole('option', { name: /Khảo sát/ })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
      await box.waitFor({ state: 'detached' })
      const opener = page.getByRole('banner').getByRole('button', { name: /^Tìm tổ chức/ })
      const cut = await opener.locator('span').evaluate((words) => words.scrollWidth - words.clientWidth)
      expect(cut).toBeLessThanOrEqual(0)
    }
  })

  journey('finds a committee by its symbol and by its offices, without diacritics', async ({ enter }) => {
    const page = await enter('tochuc')
    const wanted = [
      ['duk', 'ĐUK'],
      ['95 kh duk', 'ĐUK'],
      ['ban tuyen giao dang bo khoi', 'Ban Tuyên giáo Đảng bộ Khối'],
    ] as const
    for (const [typed, matched] of wanted) {
      await page.keyboard.press('Control+k')
      await page.keyboard.type(typed)
      const hit = page.getByRole('option', { name: /^Đảng bộ Khối các cơ quan Trung ương/ }).first()
      await hit.getByText(matched, { exact: false }).waitFor()
      await page.keyboard.press('Enter')
      await page.getByRole('article', { name: 'Đảng bộ Khối các cơ quan Trung ương' }).waitFor()
    }
  })

  journey('sees the tree at once, and goes from change to change to the very days', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.goto('/to-chuc?ngay=2024-12-31')
    await page.getByRole('article').getByRole('heading').first().waitFor()
    await page.getByRole('button', { name: 'Thay đổi trước' }).click()
    await page.waitForURL((url) => url.searchParams.get('ngay') !== '2024-12-31')
    const last = new URL(page.url()).searchParams.get('ngay')!
    const unitId = page.url().match(/to-chuc\/([0-9a-f-]+)/)![1]
    const { days } = (await ask<ChangeDays>(page, 'structure.change-days', { unitId })).body
    const before = days.map(({ on }) => on).filter((on) => on < last)
    expect(days.at(-1)!.on).toBe(last)
    for (const day of before.slice(-3).reverse()) {
      await page.getByRole('button', { name: 'Thay đổi trước' }).click()
      await page.waitForURL(new RegExp(`ngay=${day}`))
    }
    await page.getByRole('button', { name: 'Thay đổi sau' }).click()
    await page.waitForURL(new RegExp(`ngay=${before.at(-2)}`))
    await page.goto('/to-chuc')
    await page.getByRole('treeitem').first().waitFor()
    const inSight = () =>
      page
        .getByRole('treeitem')
        .evaluateAll(
          (lines) => lines.filter((line) => line.getBoundingClientRect().bottom <= window.innerHeight).length,
        )
    await expect.poll(inSight, slow).toBeGreaterThanOrEqual(12)
  })

  journey('is told of a day that cannot be shown, and the address is put right', async ({ enter }) => {
    const page = await enter('tochuc')
    const said = [
      ['2023-02-30', 'Địa chỉ trang ghi ngày “30/02/2023”, không có ngày đó; đang xem ngày 15/01/2024.'],
      ['abc', 'Địa chỉ trang ghi ngày “abc”, không có ngày đó; đang xem ngày 15/01/2024.'],
      ['0001-01-01', 'Ngày 01/01/0001 ở ngoài khoảng xem được (01/01/1900 đến 31/12/2034); đang xem ngày 15/01/2024.'],
      ['9999-12-31', 'Ngày 31/12/9999 ở ngoài khoảng xem được (01/01/1900 đến 31/12/2034); đang xem ngày 15/01/2024.'],
    ] as const
    for (const [day, sentence] of said) {
      await page.goto(`/to-chuc?ngay=${day}`)
      await page.getByText(sentence, { exact: true }).waitFor()
      await page.getByRole('treeitem').first().waitFor()
      expect(page.url()).not.toContain('ngay=')
    }
    await page.getByRole('button', { name: 'Đã rõ' }).click()
    expect(await page.getByText('ở ngoài khoảng xem được', { exact: false }).count()).toBe(0)
    await page.getByRole('button', { name: 'Xem quá trình hình thành' }).click()
    for (const day of ['1900-01-01', '2034-12-31']) {
      await page.goto(`/to-chuc?ngay=${day}`)
      await page.getByRole('figure', { name: 'Quá trình hình thành' }).getByRole('link').first().waitFor()
      expect(page.url()).toContain(day)
    }
  })
})
