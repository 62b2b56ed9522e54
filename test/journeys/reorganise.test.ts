import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { wide } from '#kernel/sheets/testing.ts'
import { ask, journey, journeys, phone, slow, tooWide } from './demo.ts'

interface Unit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly type: string
}

const newName = 'Chi bộ Đo đạc và Bản vẽ'
const rightName = 'Chi bộ Đo đạc, Bản vẽ'

journeys('an organisation officer reorganises', () => {
  journey('merges two cells, looks at both trees, corrects the name and takes it back', async ({ enter }) => {
    const page = await enter('tochuc')
    const [first, second] = await twoCells(page)

    await page.getByRole('navigation').getByRole('link', { name: 'Sắp xếp tổ chức' }).click()
    await page.getByRole('button', { name: 'Soạn việc sắp xếp mới' }).click()
    await page.getByRole('radio', { name: 'Hợp nhất' }).check()
    await page.getByLabel('Ngày có hiệu lực').fill('01/03/2023')
    await page.getByLabel('Ngày có hiệu lực').press('Enter')
    await page.getByText('Các bước sau chọn trên hệ thống ngày 28/02/2023.', { exact: false }).waitFor()
    await next(page)
    const chosen = page.getByRole('region', { name: 'Đã chọn' })
    for (const { name } of [first, second]) {
      await page.getByLabel('Tìm trong cây tổ chức').fill(name)
      await page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).click()
      await chosen.getByText(name).waitFor()
    }
    await next(page)

    // A closed tab loses nothing: the same step stands there again, filled.
    await page.getByLabel('Tên tổ chức').fill(newName)
    await page.getByText('Bản nháp được lưu lúc', { exact: false }).waitFor()
    await expect.poll(() => keptName(page), slow).toBe(newName)
    await page.reload()
    await expect.poll(() => page.getByLabel('Tên tổ chức').inputValue(), slow).toBe(newName)
    await next(page)
    await page.getByLabel('Số và ký hiệu').fill('12-QĐ/ĐUK')
    await page.getByLabel('Ngày ký').fill('15/02/2023')
    await page.getByLabel('Cơ quan ban hành').fill('Ban Thường vụ Đảng uỷ')
    await next(page)
    await page.getByText('Trước 2 tổ chức, lập mới 1, kết thúc 2, sau còn 1: khớp.').waitFor()
    await page.getByRole('button', { name: 'Ghi vào hệ thống: hợp nhất 2 chi bộ trực thuộc từ 01/03/2023' }).click()
    await page.getByText('Đã ghi vào hệ thống: hợp nhất 2 chi bộ trực thuộc từ 01/03/2023').waitFor()

    await page.getByRole('button', { name: 'Xem ngày trước đó, 28/02/2023' }).click()
    expect(await names(page, first.name)).toContain(first.name)
    expect(await names(page, newName)).toEqual([])
    await page.goBack()
    await page.getByRole('button', { name: 'Xem ngày có hiệu lực, 01/03/2023' }).click()
    expect(await names(page, newName)).toContain(newName)
    expect(await names(page, second.name)).toEqual([])
    await page.goBack()

    await page.getByRole('button', { name: 'Mở việc vừa ghi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hợp nhất, có hiệu lực từ 01/03/2023' }).waitFor()
    await page.getByText('Quyết định 12-QĐ/ĐUK ngày 15/02/2023 của Ban Thường vụ Đảng uỷ').waitFor()
    const address = page.url()

    await page.getByRole('button', { name: 'Đính chính' }).click()
    await next(page)
    await next(page)
    await page.getByLabel('Tên tổ chức').fill(rightName)
    await next(page)
    await next(page)
    await page.getByText('Diễn tập xong, không có gì vướng.', { exact: false }).waitFor()
    // Only what the correction makes different is told: the name, not that a unit is opened and two end.
    await page.getByRole('table', { name: 'Thay đổi' }).getByText(rightName).first().waitFor()
    expect(await page.getByRole('table', { name: 'Tổ chức mới' }).count()).toBe(0)
    const correct = page.getByRole('button', { name: 'Ghi bản đính chính vào hệ thống' })
    expect(await correct.isDisabled()).toBe(true)
    await page.getByLabel('Lý do đính chính').fill('Ghi sai tên so với quyết định')
    await correct.click()
    await page.waitForURL(address)
    await page.getByRole('table', { name: 'Tổ chức trong việc này' }).getByText(rightName, { exact: true }).waitFor()

    await page.getByRole('button', { name: 'Danh sách kèm theo' }).click()
    await page.getByText('DANH SÁCH', { exact: true }).waitFor()
    await page.getByText('(Kèm theo Quyết định số 12-QĐ/ĐUK, ngày 15 tháng 02 năm 2023', { exact: false }).waitFor()
    await page.getByText(`Kết thúc hoạt động; chuyển thành ${rightName}`).first().waitFor()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bản Excel' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('phu-luc-12-QD-DUK-2023-03-01.xlsx')
    const { rows } = await readSheet(readFileSync((await file.path())!), wide)
    expect(rows.at(-1)).toEqual(['Danh sách này có 3 tổ chức đảng.'])
    await page.goBack()

    const small = await enter('tochuc', phone)
    await small.goto(address)
    await small.getByRole('table', { name: 'Tổ chức trong việc này' }).waitFor()
    expect(await tooWide(small)).toBe(0)

    await page.getByRole('button', { name: 'Rút lại' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rút lại việc đã ghi nhầm?' })
    await dialog.getByText(`Không còn trong hệ thống (1): ${rightName}`).waitFor()
    await dialog.getByText('Hoạt động trở lại (2):', { exact: false }).waitFor()
    await dialog.getByLabel('Lý do rút lại').fill('Ghi nhầm ngày có hiệu lực')
    await dialog.getByRole('button', { name: 'Rút lại việc đã ghi' }).click()
    await page.getByRole('tree').waitFor()
    expect(await names(page, first.name)).toContain(first.name)
    expect(await names(page, rightName)).toEqual([])
  })
})

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bước tiếp theo' }).click()
}

/** The name that the draft kept with the server holds. */
async function keptName(page: Page): Promise<string | undefined> {
  const { body } = await ask<{ draft: { value: { results: { name: string }[] } } | null }>(page, 'kernel.draft', {
    capability: 'structure.enter-act',
    key: new URL(page.url()).searchParams.get('nhap'),
  })
  return body.draft?.value.results[0]?.name
}

/** The names that a search in the tree beside the card finds. */
async function names(page: Page, text: string): Promise<string[]> {
  const search = page.getByLabel('Tìm trong cây tổ chức')
  await search.fill('')
  await page.getByRole('button', { name: 'Thu gọn' }).waitFor()
  await search.fill(text)
  await page.getByText(/tổ chức khớp$|^Không tổ chức nào khớp\.$/).waitFor()
  const found = await page.getByRole('treeitem').allInnerTexts()
  return found.map((line) => line.split('\n')[0]!.trim()).filter((name) => name === text)
}

/** Two cells of one organisation with names of their own, on the day before and still today. */
async function twoCells(page: Page): Promise<[Unit, Unit]> {
  const on = async (asOf: string) => (await ask<{ units: Unit[] }>(page, 'structure.tree', { asOf })).body.units
  const then = await on('2023-02-28')
  const now = new Set((await on('2024-01-15')).map(({ id }) => id))
  const cells = then.filter(
    (unit) =>
      unit.type === 'chi_bo' && now.has(unit.id) && then.filter((one) => one.name.startsWith(unit.name)).length === 1,
  )
  for (const { parentId } of cells) {
    const [first, second] = cells.filter((cell) => cell.parentId === parentId)
    if (first && second) return [first, second]
  }
  throw new Error('the demo has no two cells of one organisation with names of their own')
}
