import { digest } from '#kernel/server/digest.ts'
import { perform } from '#kernel/server/perform.ts'
import { actorWith } from '#kernel/server/ports.ts'
import { type Product, readRoles } from '../product.ts'

/** The product itself at its start, as the journal names it. */
const atStart = actorWith({
  accountId: '00000000-0000-8000-8000-000000000003',
  displayName: 'Liên Chi',
  capacity: 'Khởi động hệ thống',
  grants: [
    {
      id: '00000000-0000-8000-8000-000000000004',
      role: 'start',
      verbs: ['access.load-roles'],
      unitId: null,
      reach: 'below',
    },
  ],
})

/** Brings the role sets to what data/access says, when the file is another than at the last start. */
export async function bringRoles(product: Product): Promise<void> {
  const file = readRoles()
  const asWas = Buffer.from(digest(JSON.stringify(file))).toString('hex')
  const { engine } = product.kernel
  const kept = await engine.db
    .selectFrom('kernel.setting')
    .select('value')
    .where('key', '=', 'roles')
    .executeTakeFirst()
  if ((kept?.value as { digest?: string } | undefined)?.digest === asWas) return
  const handler = product.modules
    .flatMap(({ handlers }) => handlers)
    .find(({ contract }) => contract.name === 'access.load-roles')!
  await perform(product.kernel, {
    handler,
    actor: atStart,
    input: { file },
    headers: new Headers(),
    answer: new Headers(),
  })
}
