import type { Sequence, Table } from './catalogue.ts'

/** Version of the file's form; a reader refuses any other. */
export const format = 1

/** First line of the file: what follows, and which migrations made the tables it came from. */
export interface Header {
  readonly lienchi: 'rows'
  readonly format: number
  readonly taken: string
  readonly migrations: readonly string[]
  readonly tables: readonly Table[]
  readonly sequences: readonly Sequence[]
}

/** Stands before the rows of a table; each row is a list of texts in the order of the header's columns. */
export interface Begin {
  readonly begin: string
}

/** Stands after the rows of a table. */
export interface End {
  readonly end: string
  readonly rows: number
}

/** Last line: how many rows in all, and the SHA-256 of every byte before this line. */
export interface Trailer {
  readonly trailer: true
  readonly rows: number
  readonly sha256: string
}
