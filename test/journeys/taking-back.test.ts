import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ask, journey, journeys, phone, tooWide } from './demo.ts'

interface Unit {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly type: string
}

const decision = (symbol: string) => ({ kind: 'Quyết định', symbol, on: '2023-04-01' })

journeys('an organisation officer takes decisions back', () => {
  journey('sees what stands on an act, revokes that first, and still reads what it had been', async ({ enter }) => {
    const page = await enter('tochuc')
    const cell = await someCell(page)
    const opened = { id: crypto.randomUUID(), type: 'chi_bo', name: 'Chi bộ Tách thử', parentId: cell.parentId }
    const first = await entered(page, {
      kind: 'separate',
      effective: '2023-05-01',
      decision: decision('30-QĐ/ĐUK'),
      opens: [opened],
      lineage: [{ from: cell.id, to: opened.id }],
    })
    const changes = [{ unitId: opened.id, name: 'Chi bộ Tách thử, đổi tên' }]
    const second = await entered(page, {
      kind: 'rename',
      effective: '2023-06-01',
      decision: decision('31-QĐ/ĐUK'),
      changes,
    })

    await page.goto(`/viec/${first}`)
    await page.getByRole('button', { name: 'Thu hồi', exact: true }).click()
    const asked = page.getByRole('dialog', { name: 'Thu hồi quyết định?' })
    await asked
      .getByText('Đã có việc ghi sau dựa trên việc này: đổi tên từ 01/06/2023 (Quyết định 31-QĐ/ĐUK).')
      .waitFor()
    expect(await asked.getByRole('button', { name: 'Thu hồi quyết định' }).isDisabled()).toBe(true)
    await asked.getByRole('link', { name: 'Mở việc đã ghi' }).click()
    await page.waitForURL(`**/viec/${second}*`)

    await page.getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await asked.getByText('Trở lại tên cũ (1): Chi bộ Tách thử, đổi tên → Chi bộ Tách thử').waitFor()
    await revoke(page, '40-QĐ/ĐUK')
    await page.goto(`/viec/${first}`)
    await page.getByRole('button', { name: 'Thu hồi', exact: true }).click()
    await asked.getByText('Không còn trong hệ thống (1): Chi bộ Tách thử').waitFor()
    await revoke(page, '41-QĐ/ĐUK')

    await page.getByText('Quyết định này đã được thu hồi', { exact: false }).waitFor()
    const units = page.getByRole('table', { name: 'Tổ chức trong việc này' })
    await units.getByText('Chi bộ Tách thử', { exact: true }).waitFor()
    await page.getByText('Đã thu hồi, không có hiệu lực. Dưới đây là', { exact: false }).waitFor()
    expect(await page.getByRole('link', { name: 'Chi bộ Tách thử' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Danh sách kèm theo' }).click()
    await page.getByText('Đã thu hồi theo Quyết định số 41-QĐ/ĐUK; danh sách không có hiệu lực').waitFor()

    const small = await enter('tochuc', phone)
    await small.goto(`/viec/${first}`)
    await small.getByRole('table', { name: 'Tổ chức trong việc này' }).waitFor()
    expect(await tooWide(small)).toBe(0)
  })
})

/** Fills in the paper by which the decision of the dialog is revoked. */
async function revoke(page: Page, symbol: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: 'Thu hồi quyết định?' })
  await asked.getByLabel('Số và ký hiệu').fill(symbol)
  await asked.getByRole('button', { name: 'Thu hồi quyết định' }).click()
  await asked.waitFor({ state: 'hidden' })
}

async function entered(page: Page, act: object): Promise<string> {
  const { status, body } = await ask<{ actId: string }>(page, 'structure.enter-act', { act })
  expect(status).toBe(200)
  return body.actId
}

async function someCell(page: Page): Promise<Unit> {
  const { body } = await ask<{ units: Unit[] }>(page, 'structure.tree', { asOf: '2023-04-30' })
  return body.units.find(({ type }) => type === 'chi_bo')!
}
