import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, journey, journeys, phone, slow, tooWide } from './demo.ts'

/* A renaming of the demo's history: entered as of 13/08/2020, on 23/09/2020 corrected to 03/08/2020. */
const formerly = 'Đảng bộ Cục Rừng ngập mặn'
const named = 'Đảng bộ Cục Rừng ngập mặn và Kho lạnh'
const between = '2020-08-05'
const before = '2020-09-22'
const after = '2020-09-23'

const beforeBand = 'Theo số liệu ghi nhận đến ngày 22/09/2020.'

async function renamed(page: Page): Promise<string> {
  const { body } = await ask<{ units: { id: string; name: string }[] }>(page, 'structure.find', { text: named })
  return body.units.find(({ name }) => name === named)!.id
}

const title = (page: Page, name: string) => page.getByRole('article').getByRole('heading', { name, exact: true })
const band = (page: Page, words: string) => page.getByRole('status').getByText(words, { exact: true })

async function choose(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: /^Thời điểm đang xem/ }).click()
  await page.getByRole('button', { name: 'Theo số liệu ghi nhận đến ngày …' }).click()
  await page.getByRole('dialog', { name: 'Xem theo số liệu ghi nhận đến một ngày' }).waitFor()
  // The field has the focus, so that the day is typed at once.
  await page.keyboard.press('Control+a')
  await page.keyboard.type(day)
  await page.keyboard.press('Enter')
}

journeys('an officer who asks what was recorded until a day', () => {
  journey(
    'finds the wrong day with the former name, the corrected one with the new, and ends it',
    async ({ enter }) => {
      const page = await enter('tochuc')
      const id = await renamed(page)
      await page.goto(`/to-chuc/${id}?ngay=${between}`)
      await title(page, named).waitFor()
      const reorganise = page.getByRole('article').getByRole('button', { name: 'Sắp xếp tổ chức' })
      await reorganise.waitFor()
      await choose(page, '22/09/2020')
      await title(page, formerly).waitFor()
      await band(page, beforeBand).waitFor()
      await page.getByRole('treeitem', { name: /^Đảng bộ Cục Rừng ngập mặn(?! và)/, selected: true }).waitFor()
      await page.getByRole('article').getByText('13/08/2020', { exact: true }).waitFor()
      expect(await reorganise.count()).toBe(0)
      await choose(page, '23/09/2020')
      await title(page, named).waitFor()
      await band(page, 'Theo số liệu ghi nhận đến ngày 23/09/2020.').waitFor()
      await page.getByRole('article').getByText('03/08/2020', { exact: true }).waitFor()
      expect(page.url()).toContain(`ghi-nhan=${after}`)
      await page.getByRole('status').getByRole('button', { name: 'Về số liệu hiện nay' }).click()
      await reorganise.waitFor()
      expect(page.url()).not.toContain('ghi-nhan')
      expect(page.url()).toContain(`ngay=${between}`)
    },
  )

  journey('keeps the day from tree to figures, list and lineage, and leaves it where one writes', async ({ enter }) => {
    const page = await enter('tochuc')
    const id = await renamed(page)
    await page.goto(`/to-chuc/${id}?ngay=${between}&ghi-nhan=${before}`)
    const asked: string[] = []
    page.on('request', (request) => {
      const capability = /\/api\/(structure\.(?:tree|card|lineage|figures|export))$/.exec(request.url())?.[1]
      if (capability && JSON.parse(request.postData()!).knownOn !== before) asked.push(capability)
    })
    await title(page, formerly).waitFor()
    await page.getByRole('button', { name: 'Xem quá trình hình thành' }).click()
    const picture = page.getByRole('figure', { name: 'Quá trình hình thành' })
    await picture.getByRole('link').first().waitFor()
    expect(await picture.getByRole('link').first().getAttribute('href')).toContain(`ghi-nhan=${before}`)
    await page.getByRole('button', { name: 'Số liệu của tổ chức' }).click()
    await page.getByRole('heading', { level: 1, name: `Số liệu: ${formerly}`, exact: true }).waitFor()
    await page.getByText('Số liệu qua các năm chỉ có theo số liệu hiện nay', { exact: false }).waitFor()
    expect(await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Về hồ sơ tổ chức' }).click()
    await title(page, formerly).waitFor()
    await page.getByRole('button', { name: 'Danh sách để in' }).click()
    await page.getByText(`tổ chức đảng trực thuộc ${formerly}, ngày 05/08/2020`, { exact: true }).waitFor()
    await page.getByText('(theo số liệu ghi nhận đến ngày 22/09/2020)', { exact: true }).waitFor()
    const fetched = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).click()
    expect((await fetched).suggestedFilename()).toContain(`${between}-ghi-nhan-${before}.csv`)
    await band(page, beforeBand).waitFor()
    expect(page.url()).toContain(`ghi-nhan=${before}`)
    expect(asked).toEqual([])
    await page.getByRole('navigation').getByRole('link', { name: 'Nhập danh sách tổ chức' }).click()
    await page
      .getByText('Trang này không xem được theo số liệu ghi nhận đến ngày 22/09/2020; đang xem số liệu hiện nay.')
      .waitFor()
    expect(page.url()).not.toContain('ghi-nhan')
    await page.goBack()
    await band(page, beforeBand).waitFor()
  })

  journey('goes from the corrected act to what was recorded before the correction', async ({ enter }) => {
    const page = await enter('tochuc')
    const id = await renamed(page)
    await page.goto(`/to-chuc/${id}`)
    await page.getByRole('article').getByRole('link', { name: 'Xem việc này' }).last().click()
    await page.getByRole('button', { name: 'Xem theo số liệu ghi nhận trước lần ghi này, đến 22/09/2020' }).click()
    await title(page, formerly).waitFor()
    await band(page, beforeBand).waitFor()
  })

  journey('is told of a day that cannot be asked, and of one before anything was recorded', async ({ enter }) => {
    const page = await enter('tochuc')
    const said = [
      ['2023-02-30', 'Địa chỉ trang ghi ngày ghi nhận “30/02/2023”, không có ngày đó; đang xem số liệu hiện nay.'],
      [
        '2024-01-16',
        'Ngày ghi nhận 16/01/2024 ở ngoài khoảng xem được (01/01/1900 đến 15/01/2024); đang xem số liệu hiện nay.',
      ],
    ] as const
    for (const [day, sentence] of said) {
      await page.goto(`/to-chuc?ghi-nhan=${day}`)
      await page.getByText(sentence, { exact: true }).waitFor()
      await page.getByRole('treeitem').first().waitFor()
      expect(page.url()).not.toContain('ghi-nhan')
    }
    await page.goto('/to-chuc?ghi-nhan=2007-04-11')
    await page.getByText('Đến ngày 11/04/2007 hệ thống chưa ghi nhận tổ chức nào', { exact: false }).waitFor()
    await page.goto('/to-chuc?ghi-nhan=2007-04-12')
    await page.getByRole('treeitem').first().waitFor()
  })

  journey('does the same on a phone', async ({ enter }) => {
    const page = await enter('tochuc', phone)
    const id = await renamed(page)
    await page.goto(`/to-chuc/${id}?ngay=${between}`)
    await title(page, named).waitFor()
    await choose(page, '22/09/2020')
    await title(page, formerly).waitFor()
    await band(page, beforeBand).waitFor()
    expect(await tooWide(page)).toBe(0)
    await page.getByRole('button', { name: 'Số liệu của tổ chức' }).click()
    await page.getByRole('heading', { level: 1, name: `Số liệu: ${formerly}`, exact: true }).waitFor()
    await page.getByRole('row').nth(2).waitFor()
    await expect.poll(() => tooWide(page), slow).toBe(0)
    await page.getByRole('status').getByRole('button', { name: 'Về số liệu hiện nay' }).click()
    await page.getByRole('heading', { level: 1, name: `Số liệu: ${named}`, exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ghi số liệu đã công bố' }).waitFor()
  })
})
