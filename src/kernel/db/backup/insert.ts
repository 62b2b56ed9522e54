import type { Table } from './catalogue.ts'
import type { Session, Text } from './session.ts'

/** A statement carries at most this many values (PostgreSQL's own limit is 65,535) and about this much text. */
const mostValues = 20_000
const mostText = 4_000_000

/** Puts rows into a table in slices; null as the table throws them away. */
export interface Inserter {
  begin(table: Table | null): void
  row(row: Text[]): Promise<void> | undefined
  end(): Promise<void>
}

/** Inserts with the values as PostgreSQL's own text, so that every type comes back as it was. */
export function makeInserter(session: Session): Inserter {
  let table: Table | null = null
  let values: Text[] = []
  let text = 0

  async function send(): Promise<void> {
    if (!table || values.length === 0) return
    const width = table.columns.length
    const rows = Array.from({ length: values.length / width }, (_, row) => {
      const places = Array.from({ length: width }, (_, column) => `$${row * width + column + 1}`)
      return `(${places.join(', ')})`
    })
    const columns = table.columns.map((column) => column.name).join(', ')
    const sent = values
    values = []
    text = 0
    await session.query(
      `insert into ${table.name} (${columns}) overriding system value values ${rows.join(', ')}`,
      sent,
    )
  }

  return {
    begin(next) {
      table = next
    },
    row(row) {
      if (!table) return
      if (row.length !== table.columns.length) throw new Error(`${table.name}: a row has ${row.length} values`)
      values.push(...row)
      for (const value of row) text += value?.length ?? 0
      return values.length + row.length > mostValues || text > mostText ? send() : undefined
    },
    end: send,
  }
}
