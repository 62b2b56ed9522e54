import { type RawBuilder, sql } from 'kysely'
import type { Period, PlainDate } from '#kernel/contract/dates.ts'
import { fold, foldedWords } from '#kernel/contract/fold.ts'
import type { Tx } from '#kernel/server/work.ts'
import { nearestDay } from '../card/stretches.read.ts'

type Structure = Tx<'structure'>

/** What is looked for. */
export interface Search {
  readonly text: string
  readonly asOf: PlainDate
  readonly under: string | undefined
  readonly limit: number
}

/** A unit found, and by what when it was not its name of the day. */
export interface Hit {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly matched: string | null
  readonly alive: boolean
  readonly life: Period
}

/** Units whose symbol in documents is what was typed, or stands at the end of the document's number that was typed. */
export async function listBySymbol(db: Structure, { text, asOf, under, limit }: Search): Promise<Hit[]> {
  const symbols = symbolsIn(text)
  if (symbols.length === 0) return []
  const said = sql`select distinct on (f.unit_id) f.unit_id, f.value as said, 0 as far from structure.fact f
    where f.symbol_folded = any (${symbols}) order by f.unit_id, f.valid_at @> ${asOf}::date desc, f.value`
  return nameHits(db, said, asOf, under, limit)
}

/** Units that go by an alias beginning with all that was typed ("dang uy khoi" is the Bloc before it is scattered words of a name). */
export async function listByAlias(db: Structure, { text, asOf, under, limit }: Search): Promise<Hit[]> {
  if (fold(text) === '') return []
  const said = sql`select distinct on (a.unit_id) a.unit_id, a.name as said, 0 as far from structure.alias a
    where a.name_folded like ${`${escapeLike(fold(text))}%`} order by a.unit_id, a.valid_at @> ${asOf}::date desc, a.name_folded`
  return nameHits(db, said, asOf, under, limit)
}

/** Units of the day whose name or abbreviation holds every word typed: shorter names first. */
export async function listPresent(db: Structure, { text, asOf, under, limit }: Search): Promise<Hit[]> {
  // The names first and by themselves: behind a policy the planner would take the day's thousands before the few names.
  const { rows } = await sql<Hit & { short_name: string | null }>`
    with named as materialized (select * from structure.unit_version v where ${holdsAll('v.name_folded', text)})
    select v.unit_id as id, v.name, v.short_name, v.type, true as alive, u.life
    from named v join structure.unit u on u.id = v.unit_id
    where v.valid_at @> ${asOf}::date ${liesUnder('v.unit_id', asOf, under)}
    order by position(${fold(text)} in v.name_folded) = 0, length(v.name), v.name_sort collate "C", v.unit_id
    limit ${limit}`.execute(db)
  const words = foldedWords(text)
  const inName = (name: string) => words.every((word) => fold(name).includes(word))
  return rows.map(({ short_name, ...hit }) => ({ ...hit, matched: inName(hit.name) ? null : short_name }))
}

/**
 * Units one of whose organs (văn phòng, ban …) goes by a name that holds every word typed: it is found at the committee it serves.
 * An organ that stands on the day comes before one that does not, the nearest name before longer ones.
 */
export async function listByOrgan(db: Structure, { text, asOf, under, limit }: Search): Promise<Hit[]> {
  const said = sql`select distinct on (o.unit_id) o.unit_id, n.said, length(n.said) as far
    from structure.organ o cross join lateral (
      select a.said, structure.folded(a.said) as said_folded from unnest(o.name || o.aliases) as a (said)) n
    where ${holdsAll('o.names_folded', text)} and ${holdsAll('n.said_folded', text)}
    order by o.unit_id, o.valid_at @> ${asOf}::date desc, length(n.said), n.said`
  return nameHits(db, said, asOf, under, limit)
}

/** Units found by an alias, or by a name of another day. */
export async function listFormer(db: Structure, { text, asOf, under, limit }: Search): Promise<Hit[]> {
  const said = sql`select distinct on (m.unit_id) m.unit_id, m.said, 0 as far from (
      select v.unit_id, v.name as said, lower(v.valid_at) as since from structure.unit_version v where ${holdsAll('v.name_folded', text)}
      union all
      select a.unit_id, a.name, lower(a.valid_at) from structure.alias a where ${holdsAll('a.name_folded', text)}
    ) m order by m.unit_id, abs(m.since - ${asOf}::date)`
  return nameHits(db, said, asOf, under, limit)
}

/** The superiors of units: on the day, or on the nearest one of those that do not live then. */
export async function pathsOf(db: Structure, hits: readonly Hit[], asOf: PlainDate): Promise<Map<string, string[]>> {
  if (hits.length === 0) return new Map()
  const { rows } = await sql<{ id: string; superiors: string[] }>`
    select h.id, trim_array(p.ancestors, 1) as superiors
    from unnest(${hits.map(({ id }) => id)}::uuid[], ${hits.map(({ life }) => nearestDay(life, asOf))}::date[]) as h (id, day)
      join structure.unit_path p on p.unit_id = h.id and p.valid_at @> h.day`.execute(db)
  return new Map(rows.map(({ id, superiors }) => [id, superiors]))
}

/** Units by what was said of them (`far`: how far from what was typed), with the name of the day or nearest to it: living ones first. */
async function nameHits(
  db: Structure,
  said: RawBuilder<unknown>,
  asOf: PlainDate,
  under: string | undefined,
  limit: number,
): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    select s.unit_id as id, v.name, v.type, nullif(s.said, v.name) as matched, v.valid_at @> ${asOf}::date as alive, u.life
    from (${said}) s
      join structure.unit u on u.id = s.unit_id
      join lateral (select x.name, x.type, x.name_sort, x.valid_at from structure.unit_version x where x.unit_id = s.unit_id
        order by x.valid_at @> ${asOf}::date desc, abs(lower(x.valid_at) - ${asOf}::date) limit 1) v on true
    where true ${liesUnder('s.unit_id', asOf, under)}
    order by v.valid_at @> ${asOf}::date desc, s.far, length(v.name), v.name_sort collate "C", s.unit_id
    limit ${limit}`.execute(db)
  return rows
}

function holdsAll(column: string, text: string): RawBuilder<boolean> {
  const words = foldedWords(text)
  if (words.length === 0) return sql`false`
  return sql.join(
    words.map((word) => sql`${sql.ref(column)} like ${`%${escapeLike(word)}%`}`),
    sql` and `,
  )
}

function liesUnder(unit: string, asOf: PlainDate, under: string | undefined): RawBuilder<unknown> {
  if (!under) return sql``
  return sql`and exists (select from structure.unit_path p
    where p.unit_id = ${sql.ref(unit)} and p.valid_at @> ${asOf}::date and p.ancestors @> array[${under}::uuid])`
}

/** Letters and digits alone, folded; of a document's number (95-KH/ĐUK, 95 KH ĐUK) also the part that names who issued it. */
function symbolsIn(text: string): string[] {
  const folded = fold(text)
  const issuer = folded.match(/^\d+[\s/.-]+[a-z]+[\s/.-]+(.+)$/)?.[1]
  return [folded, issuer ?? ''].map((symbol) => symbol.replace(/[^a-z0-9]+/g, '')).filter(Boolean)
}

/** `%`, `_` and `\` typed by a person are themselves. */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
