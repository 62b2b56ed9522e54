import { sql } from 'kysely'
import type { Period } from '#kernel/contract/dates.ts'
import { fold } from '#kernel/contract/fold.ts'
import { handle } from '#kernel/server/handle.ts'
import { listLinks, pathOn } from '../card/stretches.read.ts'
import { find } from './find.contract.ts'

interface Hit {
  id: string
  name: string
  type: string
  matched: string | null
  alive: boolean
  life: Period
}

export default handle(find, async ({ db, asOf }, { text, under, limit }) => {
  const words = fold(text).split(' ').filter(Boolean)
  const like = (column: string) => sql.join(words.map((word) => sql`${sql.ref(column)} like ${`%${escapeLike(word)}%`}`), sql` and `)
  const { rows } = await sql<Hit>`
    with matched as (
      select v.unit_id, v.name as said, v.valid_at @> ${asOf}::date as present, 0 as otherwise from structure.unit_version v where ${like('v.name_folded')}
      union all
      select a.unit_id, a.name, false, 1 from structure.alias a where ${like('a.name_folded')}
      union all
      select f.unit_id, f.value, f.valid_at @> ${asOf}::date, 1 from structure.fact f where f.kind = 'document_symbol' and lower(f.value) = lower(${text})
    ), best as (
      select distinct on (unit_id) unit_id, said, present, otherwise from matched order by unit_id, present desc, otherwise
    )
    select b.unit_id as id, v.name, v.type, u.life @> ${asOf}::date as alive, u.life,
      case when b.said = v.name then null else b.said end as matched
    from best b
      join structure.unit u on u.id = b.unit_id
      join lateral (
        select name, type, name_folded, name_sort from structure.unit_version x where x.unit_id = b.unit_id
        order by x.valid_at @> ${asOf}::date desc, abs(lower(x.valid_at) - ${asOf}::date) limit 1) v on true
      left join structure.unit_path p on p.unit_id = b.unit_id and p.valid_at @> ${asOf}::date
    ${under ? sql`where p.ancestors @> array[${under}::uuid]` : sql``}
    order by u.life @> ${asOf}::date desc, b.otherwise, position(${fold(text)} in v.name_folded) = 0,
      coalesce(cardinality(p.ancestors), 99), length(v.name), v.name_sort, b.unit_id
    limit ${limit + 1}`.execute(db)
  const units = []
  for (const row of rows.slice(0, limit)) {
    const path = (await pathOn(db, row.id, row.alive ? asOf : row.life.from)).filter((id) => id !== row.id)
    const links = await listLinks(db, path, asOf)
    const { life, ...hit } = row
    units.push({ ...hit, from: life.from, until: life.until, path: path.map((id) => ({ id, name: links.get(id) ?? null })) })
  }
  return { units, more: rows.length > limit }
})

/** `%`, `_` and `\` typed by a person are themselves. */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
