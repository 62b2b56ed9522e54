import { expect } from 'vitest'
import { sealJournal } from '#kernel/server/seal.ts'
import { ask, journey, journeys, signIn, slow } from './demo.ts'

journeys('an administrator', () => {
  journey(
    'finds in the journal what the officer amended, before and after, and verifies the whole',
    async ({ at, enter }) => {
      const officer = await enter('tochuc')
      const tree = await ask<{ units: { id: string }[] }>(officer, 'structure.tree', { asOf: '2024-01-15', levels: 0 })
      const unitId = tree.body.units[0]!.id
      const said = { qualifier: 'exact', asOfDate: { on: '2022-03-31', precision: 'day' }, definition: 'Mọi chi bộ' }
      const made = await ask<{ id: string }>(officer, 'structure.declare-figure', {
        ...said,
        unitId,
        measure: 'cells',
        value: 5610,
        sourceTitle: 'Báo cáo số 80-BC/ĐUK',
      })
      const stated = await ask<{ published: { id: string; version: number }[] }>(officer, 'structure.figures', {
        unitId,
      })
      const { id: figureId, version } = stated.body.published.find(({ id }) => id === made.body.id)!
      const amended = { ...said, unitId, figureId, version, value: 5611 }
      expect((await ask(officer, 'structure.amend-figure', amended)).status).toBe(200)
      await sealJournal(at.product.kernel.engine, [])

      const page = await enter('giamsat')
      await page.getByRole('navigation').getByRole('link', { name: 'Nhật ký' }).click()
      await page
        .getByRole('button', { name: /^Mở chi tiết: Sửa số liệu đã công bố/ })
        .first()
        .click()
      const changes = page.getByRole('table', { name: 'Nội dung thay đổi' })
      const value = changes.getByRole('row').filter({ hasText: '5.611' })
      await value.locator('del').getByText('5.610').waitFor()
      await value.locator('ins').getByText('5.611').waitFor()
      const address = page.url()
      await page.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
      const result = page.getByRole('region', { name: 'Kết quả kiểm tra tính toàn vẹn' })
      await result.getByRole('heading', { name: 'Nhật ký toàn vẹn' }).waitFor()
      await result.getByText(/Đã đọc lại [1-9]\d* mục trong [1-9]\d* khối/).waitFor()
      await page.goto(address)
      await page.getByRole('table', { name: 'Nội dung thay đổi' }).getByText('5.611').waitFor()
    },
  )

  journey('reads the settings, sets the day of the demo and sets it back', async ({ enter }) => {
    const page = await enter('quantri')
    await page.getByRole('navigation').getByRole('link', { name: 'Thiết lập hệ thống' }).click()
    await page.getByText('Cơ sở dữ liệu nhúng', { exact: false }).waitFor()
    const day = page.getByLabel('Ngày làm việc của bản minh hoạ')
    const bar = page.getByRole('button', { name: /^Thời điểm đang xem/ })
    const setDay = async (written: string) => {
      await day.fill(written)
      await day.press('Tab')
      await page.getByRole('button', { name: `Đặt ngày ${written} cho mọi người` }).click()
      await page.getByText(`Đã đặt ngày làm việc là ${written}.`).waitFor()
    }
    try {
      await setDay('01/03/2024')
      await bar.getByText('01/03/2024').waitFor()
      await page.getByRole('link', { name: 'Tổng quan' }).click()
      await page.getByText('Tính từ hồ sơ ngày 01/03/2024').first().waitFor()
      await page.goBack()
      await setDay('15/01/2024')
      await bar.getByText('15/01/2024').waitFor()
    } finally {
      await ask(page, 'kernel.set-today', { today: '2024-01-15' })
    }
  })

  journey('makes an account; its holder signs in elsewhere and changes the password', async ({ enter, visit }) => {
    const page = await enter('quantri')
    await page.getByRole('navigation').getByRole('link', { name: 'Tài khoản và quyền' }).click()
    await page.getByRole('button', { name: 'Lập tài khoản' }).click()
    const form = page.getByRole('dialog', { name: 'Lập tài khoản' })
    await form.getByLabel('Họ và tên').fill('Đỗ Thị Bích Ngọc')
    await expect.poll(() => form.getByLabel('Tên đăng nhập').inputValue(), slow).not.toBe('')
    await form.getByLabel('Tên đăng nhập').fill('tochuc')
    await form.getByLabel('Mật khẩu ban đầu').fill('mat-khau-ban-dau')
    await form.getByRole('radio', { name: 'Cán bộ tổ chức', exact: true }).check()
    await form.getByText('Toàn bộ tổ chức', { exact: true }).click()
    await form.getByLabel('Căn cứ giao quyền').fill('Phân công công tác ngày 10/01/2024')
    await form.getByRole('button', { name: 'Lập tài khoản' }).click()
    await form.getByText('Tên đăng nhập này đã có người dùng', { exact: false }).first().waitFor()
    expect(await form.getByLabel('Căn cứ giao quyền').inputValue()).toContain('Phân công')
    await form.getByLabel('Tên đăng nhập').fill('ngoc.dtb')
    await form.getByRole('button', { name: 'Lập tài khoản' }).click()
    const done = page.getByRole('dialog', { name: 'Đã lập tài khoản' })
    await done.getByText('ngoc.dtb', { exact: true }).waitFor()
    await done.getByRole('button', { name: 'Đã ghi lại, đóng' }).click()
    await page.getByRole('table', { name: 'Các tài khoản' }).getByText('Đỗ Thị Bích Ngọc').waitFor()

    const theirs = await visit()
    await theirs.goto('/tai-khoan')
    await signIn(theirs, 'ngoc.dtb', 'mat-khau-ban-dau')
    await theirs.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor()
    await theirs.getByLabel('Mật khẩu đang dùng').fill('khong-dung-mat-khau')
    await theirs.getByRole('textbox', { name: 'Mật khẩu mới', exact: true }).fill('mat-khau-cua-rieng-toi')
    await theirs.getByLabel('Gõ lại mật khẩu mới').fill('mat-khau-cua-rieng-toi')
    await theirs.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await theirs.getByText('Mật khẩu đang dùng chưa đúng', { exact: false }).first().waitFor()
    await theirs.getByLabel('Mật khẩu đang dùng').fill('mat-khau-ban-dau')
    await theirs.getByRole('button', { name: 'Đổi mật khẩu' }).click()
    await theirs.getByText('Đã đổi mật khẩu lúc', { exact: false }).waitFor()
    await theirs.getByRole('button', { name: /^Tài khoản:/ }).click()
    await theirs.getByRole('button', { name: 'Đăng xuất' }).click()
    await signIn(theirs, 'ngoc.dtb', 'mat-khau-cua-rieng-toi')
    await theirs.getByRole('button', { name: 'Tài khoản: Đỗ Thị Bích Ngọc' }).waitFor()
  })
})
