import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, journey, journeys, phone, slow, tooWide } from './demo.ts'

const days = { from: '2022-12-31', until: '2023-12-31' }

interface Tree {
  units: { id: string; parentId: string | null }[]
}

/** The address of the Bloc's two days. */
async function addressOf(page: Page, { from, until } = days): Promise<string> {
  const { body } = await ask<Tree>(page, 'structure.tree', { asOf: until, levels: 0, figure: 'below' })
  return `/to-chuc/${body.units[0]!.id}/so-sanh?tu=${from}&den=${until}`
}

/** The words of the cells of a table's lines, without the signs of illustrative figures. */
async function cellsOf(page: Page, table: string, lines: string): Promise<string[][]> {
  const found = await page
    .getByRole('table', { name: table, exact: true })
    .locator(lines)
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) => {
          const words = cell.cloneNode(true) as HTMLElement
          for (const sign of words.querySelectorAll('sup, .unseen')) sign.remove()
          const lines = [...words.querySelectorAll(':scope > span > span')]
          return lines.length > 0 ? lines.map((line) => line.textContent).join('\n') : (words.textContent ?? '')
        }),
      ),
    )
  return found
}

journeys('two days compared', () => {
  journey('are reached from the card, and the acts between them add up to the difference shown', async ({ enter }) => {
    const page = await enter('tochuc')
    const unitId = (await addressOf(page)).split('/')[2]!
    await page.goto(`/to-chuc/${unitId}?ngay=${days.until}`)
    await page.getByRole('article').getByRole('button', { name: 'So sánh hai ngày' }).click()
    await page.waitForURL(new RegExp(`so-sanh\\?.*tu=${days.from}&den=${days.until}`))
    await page
      .getByText(/^Từ 31\/12\/2022 đến 31\/12\/2023: .+ chi bộ thành .+: thêm .+, bớt .+ việc sắp xếp\./)
      .waitFor()
    await page.getByText('Cộng các việc bằng đúng chênh lệch giữa hai ngày.').waitFor()
    const differences = (await cellsOf(page, 'Tổng theo loại hình', 'tbody tr'))
      .map(([type, , , difference]) => `${difference} ${type!.toLocaleLowerCase('vi')}`)
      .filter((line) => !line.startsWith('0 '))
    expect(differences.length).toBeGreaterThan(2)
    const [sum] = await cellsOf(page, 'Các việc giữa hai ngày', 'tfoot tr')
    expect(sum!.at(-1)!.split('\n').sort()).toEqual(differences.sort())
  })

  journey('are drawn as a bridge and by two trees, each with its table', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.goto(await addressOf(page))
    const bridge = page.getByRole('figure', { name: 'Chi bộ: từ 31/12/2022 đến 31/12/2023' })
    await bridge.getByRole('img').waitFor()
    const ends = await bridge.getByRole('img').locator('text').allTextContents()
    expect(ends).toEqual(expect.arrayContaining(['31/12/2022', '31/12/2023', 'thêm', 'bớt']))
    await bridge.getByText('Xem bảng số liệu').click()
    const steps = await cellsOf(page, 'Chi bộ: từ 31/12/2022 đến 31/12/2023', 'tbody tr')
    const figure = (text: string | undefined) => Number(text!.replace(/\./g, ''))
    let level = figure(steps[0]![3])
    for (const [name, came, went, left] of steps.slice(1, -1)) {
      level += figure(came) - figure(went)
      expect(figure(left), name).toBe(level)
    }
    expect(figure(steps.at(-1)![3])).toBe(level)
    expect(steps.length).toBeGreaterThan(4)
    await page.getByLabel('Đếm').selectOption({ label: 'Đảng bộ cơ sở' })
    await page.getByRole('figure', { name: /^Đảng bộ cơ sở: từ/ }).waitFor()
    expect(page.url()).toContain('loai=dang_bo_co_so')

    const beside = page.getByRole('figure', { name: 'Chi bộ của ngày 31/12/2022, theo hai cây' })
    const drawn = () => beside.getByRole('img').locator('rect[data-side=then]').count()
    const few = await drawn()
    await beside.getByRole('button', { name: /^Vẽ cả \d+ tổ chức/ }).click()
    await expect.poll(drawn, slow).toBeGreaterThan(few)
    const [whole] = await cellsOf(page, 'Theo cây khi đó và cây nay', 'tfoot tr')
    const [then, now, difference] = whole!.slice(1).map((text) => Number(text.replace(/\./g, '').replace('−', '-')))
    expect(now! - then!).toBe(difference)
    await page.getByText(new RegExp(`^${-difference!} chi bộ của ngày 31/12/2022 không còn thuộc`)).waitFor()
  })

  journey('stay chosen while an act is looked at, and an act leads to its own two days', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.goto(await addressOf(page))
    const acts = page.getByRole('table', { name: 'Các việc giữa hai ngày' })
    const name = (await acts.getByRole('link').first().innerText()).split('\n')[0]!
    await acts.getByRole('link').first().click()
    await page.getByRole('heading', { level: 1, name: /có hiệu lực từ/ }).waitFor()
    await page.goBack()
    await acts.waitFor()
    expect(page.url()).toContain(`tu=${days.from}&den=${days.until}`)
    expect(await page.getByLabel('Ngày trước').inputValue()).toBe('31/12/2022')
    expect(await page.getByLabel('Ngày sau').inputValue()).toBe('31/12/2023')

    await acts.getByRole('link').first().click()
    await page.getByRole('button', { name: 'So sánh hai ngày' }).click()
    await page.waitForURL(/so-sanh\?.*tu=2023-\d\d-\d\d&den=2023-\d\d-\d\d/)
    await acts.getByRole('link').filter({ hasText: name }).first().waitFor()
    await page.getByText('Cộng các việc bằng đúng chênh lệch giữa hai ngày.').waitFor()
  })

  journey(
    'in the wrong order are told in a sentence, swapped by a press, and each step can be gone back',
    async ({ enter }) => {
      const page = await enter('tochuc')
      await page.goto(await addressOf(page))
      await page.getByLabel('Ngày sau').fill('31/12/2021')
      await page.getByLabel('Ngày sau').press('Enter')
      await page.getByText('Ngày sau phải sau ngày trước.').waitFor()
      expect(await page.getByRole('table').count()).toBe(0)
      await page.getByRole('button', { name: 'Đổi chỗ hai ngày' }).click()
      await page.waitForURL(/tu=2021-12-31&den=2022-12-31/)
      await page.getByText(/^Từ 31\/12\/2021 đến 31\/12\/2022: /).waitFor()
      await page.goBack()
      await page.goBack()
      await page.getByText(/^Từ 31\/12\/2022 đến 31\/12\/2023: /).waitFor()
      await page.goto((await addressOf(page)).replace(days.from, '2022-02-30'))
      await page
        .getByText('Địa chỉ trang ghi “2022-02-30”, không phải ngày xem được; đang lấy ngày 31/12/2022.')
        .waitFor()
    },
  )

  journey('fit on a telephone, the pictures too', async ({ enter }) => {
    const page = await enter('tochuc', phone)
    await page.goto(await addressOf(page))
    for (const name of ['Chi bộ: từ 31/12/2022 đến 31/12/2023', 'Chi bộ của ngày 31/12/2022, theo hai cây']) {
      const picture = page.getByRole('figure', { name }).getByRole('img')
      await picture.waitFor()
      const over = await picture.evaluate((svg) => svg.parentElement!.scrollWidth - svg.parentElement!.clientWidth)
      expect(over, name).toBeLessThanOrEqual(0)
    }
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })
})
