import type { Engine } from '#kernel/db/engine.ts'
import { json } from '#kernel/db/fragments.ts'
import { assemble, type Product, type ProductOptions } from '#src/product.ts'
import { openMigrated, testToday } from './harness.ts'

/** A product of one test file's own, as fresh as after the first start: for what would spoil the shared one. */
export interface OwnProduct {
  readonly product: Product
  readonly engine: Engine
  readonly alarms: unknown[]
  /** Asks without or with a cookie. */
  ask(path: string, input?: unknown, cookie?: string, headers?: Record<string, string>): Promise<Response>
  done(): Promise<void>
}

/** The set-up code of such a product. */
export const testSetUpCode = 'MA-THIET-LAP-7391'

/** Opens one; `clock` is its setting of the clocks, none unless told. */
export async function ownProduct(clock?: { zone?: string; today?: string; demo?: boolean }): Promise<OwnProduct> {
  const own = productOn(await openMigrated())
  if (clock)
    await own.engine.db
      .insertInto('kernel.setting')
      .values({ key: 'clock', value: json(clock) })
      .execute()
  return own
}

/** A product on a database that stands. */
export function productOn(engine: Engine, more: Partial<ProductOptions> = {}): OwnProduct {
  const alarms: unknown[] = []
  const product = assemble({
    engine,
    secret: 'another secret for tests only, of enough length',
    baseUrl: 'http://lienchi.test',
    webFolder: null,
    setUpCode: testSetUpCode,
    alarm: (error) => alarms.push(error),
    ...more,
  })
  return {
    product,
    engine,
    alarms,
    ask: async (path, input, cookie, headers = {}) =>
      product.app.request(path, {
        ...(input === undefined ? {} : { method: 'POST', body: JSON.stringify(input) }),
        headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}), ...headers },
      }),
    done: () => engine.close(),
  }
}

/** What the set-up page sends. */
export const setUpInput = {
  code: testSetUpCode,
  organisation: { name: 'Đảng bộ thử thiết lập', type: 'trung_uong_truc_thuoc', since: '2010-01-01' },
  administrator: { displayName: 'Người Quản Trị', username: 'quantri', password: 'mat-khau-quan-tri-bi-mat' },
}

/** The session cookie of an answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** The clock of the shared product, for a test that needs the same. */
export const demoClock = { zone: 'Asia/Ho_Chi_Minh', today: testToday, demo: true }
