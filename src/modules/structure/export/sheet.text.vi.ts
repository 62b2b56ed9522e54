/** Titles of the columns of a table of units, as it is given out and as it is taken in. */
export const vi = {
  'column.id': 'Mã',
  'column.name': 'Tên tổ chức',
  'column.shortName': 'Tên viết tắt',
  'column.type': 'Loại hình',
  'column.typeCode': 'Mã loại hình',
  'column.parent': 'Tổ chức cấp trên',
  'column.parentId': 'Mã cấp trên',
  'column.path': 'Đường dẫn',
  'column.from': 'Từ ngày',
  'column.symbol': 'Số ký hiệu',
  'column.seat': 'Trụ sở',
  'column.illustrative': 'Minh hoạ',
  'column.cells': 'Số chi bộ',
  'sheet.name': 'Tổ chức đảng',
  illustrative: 'minh hoạ',
} as const
