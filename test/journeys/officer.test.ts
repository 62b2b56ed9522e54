import { expect } from 'vitest'
import { demoPassword } from '#src/demo/people.ts'
import { journey, journeys, slow } from './demo.ts'

const bloc = 'Đảng bộ Khối các cơ quan Trung ương'

journeys('an organisation officer at the desk', () => {
  journey('signs in by keyboard, a wrong password first, and reads the four figures at home', async ({ visit }) => {
    const page = await visit()
    await page.goto('/')
    await page.waitForURL(/\/dang-nhap/)
    await page.getByLabel('Tên đăng nhập').waitFor()
    await page.keyboard.type('tochuc')
    await page.keyboard.press('Tab')
    await page.keyboard.type('khong-phai-mat-khau')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('Hãy kiểm tra phím Caps Lock', { exact: false }).waitFor()
    expect(await page.getByLabel('Tên đăng nhập').inputValue()).toBe('tochuc')
    expect(await page.getByLabel('Mật khẩu', { exact: true }).inputValue()).toBe('khong-phai-mat-khau')
    // The refusal left the wrong password selected: typing again replaces it.
    await page.keyboard.type(demoPassword)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
    const main = page.getByRole('main')
    for (const figure of ['61', '1.094', '5.529']) await main.getByText(figure, { exact: true }).first().waitFor()
    await main.getByText('78.432', { exact: true }).first().waitFor()
    // The invented tree was made to meet the published figures: that they are alike is no agreement.
    expect(await main.getByText(/^dữ liệu minh hoạ ngày .* dựng theo số này$/).count()).toBe(3)
    expect(await main.getByText('khớp cùng ngày').count()).toBe(0)
    expect(await main.getByTitle('minh hoạ').filter({ hasText: '5.529' }).count()).toBe(1)
  })

  journey(
    'finds a unit in the tree without diacritics; its card has an address of its own',
    async ({ enter, second }) => {
      const page = await enter('tochuc')
      await page.getByRole('navigation').getByRole('link', { name: 'Hệ thống tổ chức đảng' }).click()
      await page.getByText('có 61 tổ chức trực thuộc', { exact: false }).waitFor()
      await page.getByLabel('Tìm trong cây tổ chức').fill('co quan thuy dac')
      const found = page.getByRole('treeitem', { name: /^Đảng bộ Cơ quan Thuỷ đạc/ })
      await found.click()
      const card = page.getByRole('article', { name: 'Đảng bộ Cơ quan Thuỷ đạc' })
      await card.getByRole('heading', { name: 'Đảng bộ Cơ quan Thuỷ đạc' }).waitFor()
      await card.getByText('Cấp trên trực tiếp', { exact: true }).waitFor()
      const told = await card.innerText()
      const other = await second(page)
      await other.goto(page.url())
      const same = other.getByRole('article', { name: 'Đảng bộ Cơ quan Thuỷ đạc' })
      await same.getByText('Cấp trên trực tiếp', { exact: true }).waitFor()
      await expect.poll(() => same.innerText(), slow).toBe(told)
    },
  )

  journey('looks at 2010, comes back, at 1970 and at the day of the successors', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.getByRole('navigation').getByRole('link', { name: 'Hệ thống tổ chức đảng' }).click()
    const bar = page.getByRole('banner')
    const colour = () => bar.evaluate((element) => getComputedStyle(element).backgroundColor)
    await page.getByText('có 61 tổ chức trực thuộc', { exact: false }).waitFor()
    const usual = await colour()
    await page.getByRole('slider', { name: /^Năm đang xem/ }).focus()
    for (let year = 2024; year > 2010; year -= 1) await page.keyboard.press('ArrowLeft')
    await page.getByText('Ngày 31/12/2010: ', { exact: false }).waitFor()
    await page.getByText('có 60 tổ chức trực thuộc', { exact: false }).waitFor()
    expect(page.url()).toContain('ngay=2010-12-31')
    await expect.poll(colour, slow).not.toBe(usual)
    await bar.getByRole('button', { name: 'Về ngày hiện tại' }).click()
    await page.getByText('có 61 tổ chức trực thuộc', { exact: false }).waitFor()
    await expect.poll(colour, slow).toBe(usual)

    const day = page.getByLabel('Ngày đang xem', { exact: true })
    await day.fill('01/01/1970')
    await day.press('Enter')
    await page.getByText(`Ngày 01/01/1970: ${bloc} chưa được thành lập.`).waitFor()
    const tree = page.getByRole('tree')
    await tree.getByText('chưa có tư liệu', { exact: true }).first().waitFor()

    await day.fill('03/02/2025')
    await day.press('Enter')
    await page.getByText(`Ngày 03/02/2025: ${bloc} đã kết thúc hoạt động.`).waitFor()
    const card = page.getByRole('article', { name: bloc })
    const successors = [
      'Đảng bộ các cơ quan Đảng Trung ương',
      'Đảng bộ Chính phủ',
      'Đảng bộ Quốc hội',
      'Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương',
    ]
    for (const name of successors) {
      await card.getByRole('link', { name, exact: true }).first().waitFor()
    }
    await page.getByRole('treeitem', { name: /^Đảng bộ Chính phủ/ }).waitFor()
  })

  journey('reads at home who stood there before the organisation, and who after it', async ({ enter }) => {
    const page = await enter('tochuc')
    const main = page.getByRole('main')
    await page.goto('/?ngay=1953-06-15')
    await main.getByText('Tiền thân vào ngày 15/06/1953:', { exact: false }).waitFor()
    await main.getByRole('heading', { name: 'Số liệu: Đảng bộ các cơ quan Chính, Dân, Đảng Trung ương' }).waitFor()
    await main.getByText('2.523', { exact: true }).waitFor()
    await main.getByText('Đã công bố: 78', { exact: false }).waitFor()
    expect(await main.getByText('chưa có Đảng bộ Khối', { exact: false }).count()).toBe(1)
    await page.goto('/?ngay=2025-06-01')
    await main.getByText(`Ngày 01/06/2025: ${bloc} đã kết thúc hoạt động (03/02/2025).`).waitFor()
    await main.getByRole('link', { name: 'Đảng bộ Quốc hội', exact: true }).first().waitFor()
    expect(await main.getByRole('heading', { name: 'Chi bộ', exact: true }).count()).toBe(0)
  })

  journey('reads the lineage as a picture and as a table, and opens a unit from it', async ({ enter }) => {
    const page = await enter('tochuc')
    await page.getByRole('navigation').getByRole('link', { name: 'Hệ thống tổ chức đảng' }).click()
    await page.getByRole('button', { name: 'Xem quá trình hình thành' }).click()
    const figure = page.getByRole('figure', { name: 'Quá trình hình thành' })
    const picture = figure.getByRole('group', { name: /^Quá trình hình thành của/ })
    await expect.poll(() => picture.getByRole('link').count(), slow).toBe(15)
    await figure.getByText('Xem bảng số liệu').click()
    const table = figure.getByRole('table', { name: 'Quá trình hình thành' })
    await table.getByText('Ban Cán sự Đảng Ngoài nước').first().waitFor()
    expect(await table.locator('tr[aria-rowindex]').count()).toBe(15)
    await figure.getByText('Xem hình').click()
    await picture.getByRole('link', { name: /^Đảng bộ Khối Khoa giáo/ }).click()
    await page.getByRole('article', { name: 'Đảng bộ Khối Khoa giáo' }).waitFor()
    expect(await page.title()).toContain('Đảng bộ Khối Khoa giáo')
  })

  journey('reaches a unit and a screen by Ctrl K', async ({ enter }) => {
    const page = await enter('tochuc')
    const box = page.getByRole('combobox', { name: 'Tìm trong toàn hệ thống' })
    const options = page.getByRole('listbox', { name: 'Tìm trong toàn hệ thống' }).getByRole('option')
    await page.keyboard.press('Control+k')
    await box.waitFor()
    await page.keyboard.type('co quan')
    const units = page.getByRole('group', { name: 'Tổ chức đảng' }).getByRole('option')
    await units.filter({ hasText: 'Đảng bộ Cơ quan' }).first().waitFor()
    expect(await options.first().getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => options.nth(1).getAttribute('aria-selected'), slow).toBe('true')
    await page.keyboard.press('ArrowUp')
    const name = await options.first().locator('span').first().innerText()
    await page.keyboard.press('Enter')
    await box.waitFor({ state: 'detached' })
    await page.getByRole('article', { name }).waitFor()

    await page.keyboard.press('Control+k')
    await box.waitFor()
    await page.keyboard.type('nhat ky')
    await page.getByRole('group', { name: 'Màn hình' }).getByRole('option', { name: 'Nhật ký' }).click()
    await page.getByRole('heading', { level: 1, name: 'Nhật ký' }).waitFor()
  })
})
