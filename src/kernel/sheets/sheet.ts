/** A table as a person sees it in a spreadsheet program. */
export interface Sheet {
  /** What the content itself is, whatever the file was called. */
  readonly format: 'xlsx' | 'csv'
  /** The name of the sheet that was read; empty for CSV. */
  readonly name: string
  /**
   * `rows[0]` is the program's row 1, so a cell's place follows from its indices (`placeOf`). Rows and cells inside the table may be empty;
   * what is empty at the end of a row, and empty rows at the end, are cut.
   */
  readonly rows: readonly (readonly string[])[]
}

/** The most that a file may hold. What is beyond is refused, never cut. */
export interface SheetLimits {
  /** Bytes of the file as it came. */
  readonly bytes: number
  /**
   * Bytes of everything in the file, unpacked; also the most characters that all cells together may have. It bounds the time as well: a file
   * made to be slow takes some 50 ms a megabyte, in slices between which others are answered.
   */
  readonly unpackedBytes: number
  /** The last row that may hold something, the row of titles counted. */
  readonly rows: number
  readonly columns: number
  /** Characters of one cell (UTF-16 code units). */
  readonly cellCharacters: number
}

/** A column of a table to be written. */
export interface SheetColumn {
  readonly title: string
  /** In characters of the usual font; XLSX only. */
  readonly width?: number
  readonly kind: 'text' | 'number' | 'date'
}

/** One row to be written, in the order of the columns: a string for text, a number for a number, a `PlainDate` for a date, null for nothing. */
export type SheetRow = readonly (string | number | null)[]

/** A table to be written; rows are taken one after the other, never held together. */
export interface SheetTable {
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
}

/** What makes a table a paper to be printed: lines of text over and under it, across all its columns. XLSX only. */
export interface SheetPaper {
  readonly over: readonly { readonly text: string; readonly style: 'bold' | 'italic' }[]
  readonly under: readonly string[]
}

/** A sheet of a workbook; a table that is a paper has frames and wrapped texts instead of filters. */
export interface WorkbookSheet extends SheetTable {
  readonly sheetName: string
  readonly paper?: SheetPaper
}
