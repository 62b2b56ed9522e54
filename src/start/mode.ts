import { CannotStart, type Engine } from '#kernel/db/engine.ts'
import type { Environment, Mode } from './environment.ts'

/**
 * A database belongs to the way it was first filled: the demo's says so in its clock from the first moment, one in real use has an
 * organisation. Throws CannotStart for the other way: real data are not shown to the demo's people, nor is the demo, whose
 * passwords are published, used for work. One that nobody has set up yet may become either.
 */
export async function assertModeFits(engine: Engine, mode: Mode, { dataFolder }: Environment): Promise<void> {
  const rows = await engine.db
    .selectFrom('kernel.setting')
    .select(['key', 'value'])
    .where('key', 'in', ['clock', 'organisation'])
    .execute()
  const isDemo = rows.some(({ key, value }) => key === 'clock' && (value as { demo?: boolean }).demo === true)
  const isUsed = rows.some(({ key }) => key === 'organisation')
  if (mode === 'demo' && isUsed && !isDemo) {
    throw new CannotStart(
      `Thư mục dữ liệu ${dataFolder} đang dùng thật; bản minh hoạ không chạy trên đó. Hãy đặt LIENCHI_DATA là thư mục khác.`,
      `The data folder ${dataFolder} is in real use; the demo does not run on it. Set LIENCHI_DATA to another folder.`,
    )
  }
  if (mode === 'start' && isDemo) {
    const [vi, en] =
      engine.kind === 'embedded'
        ? [`Thư mục dữ liệu ${dataFolder}`, `The data folder ${dataFolder}`]
        : ['Cơ sở dữ liệu PostgreSQL này', 'This PostgreSQL database']
    const variable = engine.kind === 'embedded' ? 'LIENCHI_DATA' : 'DATABASE_URL'
    throw new CannotStart(
      `${vi} là của bản minh hoạ, mật khẩu ai cũng biết, nên không dùng thật. Hãy đặt ${variable} sang nơi khác; xem minh hoạ thì chạy npm run demo.`,
      `${en} belongs to the demo, whose passwords are published, and is not for real use. Set ${variable} to another; the demo is npm run demo.`,
    )
  }
}
