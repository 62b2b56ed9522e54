/** Titles of the columns of a table of units, as it is given out and as it is taken in. */
export const en = {
  'column.id': 'Id',
  'column.name': 'Name',
  'column.shortName': 'Short name',
  'column.type': 'Type',
  'column.typeCode': 'Type code',
  'column.parent': 'Superior',
  'column.parentId': 'Superior id',
  'column.path': 'Path',
  'column.from': 'Since',
  'column.symbol': 'Symbol',
  'column.seat': 'Seat',
  'column.illustrative': 'Illustrative',
  'column.cells': 'Cells',
  'sheet.name': 'Units',
  illustrative: 'illustrative',
} as const
