import type { BreakCode } from './verified.ts'

/** What can be wrong with the sealed journal. */
export const vi = {
  'break.block-missing': 'Thiếu khối đứng trước khối này',
  'break.block-out-of-place': 'Khối không nối tiếp vị trí của khối trước',
  'break.position-missing': 'Khối thiếu mục từ vị trí này',
  'break.entry-gone': 'Mục đã bị xoá',
  'break.entry-changed': 'Mục đã bị sửa',
  'break.entry-put-in-later': 'Mục được chèn vào sau, mang số cũ',
  'break.detail-gone': 'Nội dung chi tiết của mục đã bị xoá',
  'break.detail-changed': 'Nội dung chi tiết của mục đã bị sửa',
  'break.detail-without-entry': 'Có nội dung chi tiết mà không có mục',
  'break.not-chained': 'Khối không nối với khối trước',
  'break.tree-changed': 'Các mục của khối không khớp dấu niêm phong',
  'break.block-changed': 'Dữ liệu của khối đã bị sửa',
  'break.signature-wrong': 'Chữ ký của khối không đúng khoá niêm phong',
  'break.signature-missing': 'Khối không có chữ ký',
  'break.sealed-without-block': 'Mục đã niêm phong nhưng khối của nó không còn',
  'break.seal-line-differs': 'Khối khác với dòng đã ghi trong tệp niêm phong',
  'break.seal-line-missing': 'Tệp niêm phong thiếu dòng của khối này',
  'break.seal-line-contradicted': 'Tệp niêm phong có hai dòng trái nhau về khối này',
  'break.seal-line-unreadable': 'Tệp niêm phong có dòng không đọc được',
  'break.block-cut-off': 'Khối có trong tệp niêm phong nhưng không còn trong cơ sở dữ liệu',
} as const satisfies Record<`break.${BreakCode}`, string>
