import type { vi } from './sheets.text.vi.ts'

/** The same in English. */
export const en: Readonly<Record<keyof typeof vi, string>> = {
  not_a_spreadsheet: 'This file is not a spreadsheet. Please send an Excel file (.xlsx) or a CSV UTF-8 file.',
  old_or_protected:
    'The file is in the old Excel format (.xls) or has a password. Please open it in Excel, remove the password if there is one, and save it as .xlsx.',
  too_large: 'The file is larger than {megabytes} MB.',
  unpacks_too_large:
    'The content of the file exceeds {megabytes} MB when unpacked. Please remove pictures and sheets that are not needed, or divide it into several files.',
  damaged:
    'The file is damaged or was not uploaded completely. Please open it in Excel, save it as a new file and send it again.',
  unsafe_package:
    'The inner structure of the file is not that of a spreadsheet, so it is not read. Please open it in Excel, save it as a new .xlsx file and send it again.',
  entity_declaration:
    'The file has XML declarations that spreadsheets do not use, so it is not read. Please open it in Excel, save it as a new .xlsx file and send it again.',
  macros: 'The file has macros. Please save it as an .xlsx file without macros and send it again.',
  foreign_content:
    'The file has outside links, data connections or embedded objects. Please copy the data, paste it as values into a new file and send that one.',
  formula:
    'Cell {place} has a formula. Please copy it, paste it as a value (Paste Special, Values) and send the file again.',
  no_visible_sheet: 'The file has no visible sheet.',
  too_many_rows:
    'Cell {place} lies outside the first {rows} rows. A file may have at most {rows} rows, the row of titles included.',
  too_many_columns: 'Cell {place} lies outside the first {columns} columns. A file may have at most {columns} columns.',
  cell_too_long: 'The content of cell {place} is longer than {characters} characters.',
  not_unicode:
    'The CSV file is not encoded in UTF-8, so Vietnamese letters would come out wrong. Please open it in Excel and save it as “CSV UTF-8”.',
  broken_quotes:
    'Cell {place} has quotation marks that are not closed properly. Please mend the cell, or open the file in Excel and save it as “CSV UTF-8”.',
}
