/** Texts of the kernel's own capabilities and refusals. */
export const vi = {
  'module.name': 'Hệ thống',
  'capability.settings': 'Xem thiết lập hệ thống',
  'capability.set-today': 'Đặt ngày làm việc của bản minh hoạ',
  'capability.keep-draft': 'Lưu bản nháp của mình',
  'capability.draft': 'Mở lại bản nháp của mình',
  'capability.drop-draft': 'Bỏ bản nháp của mình',
  'capability.file': 'Mở tệp đính kèm',
  'refusal.too_large': 'Bản nháp dài quá mức hệ thống lưu được. Nội dung vẫn còn trên màn hình; hãy gửi hoặc chia nhỏ.',
  'refusal.no_demo': 'Đây không phải bản minh hoạ: ngày làm việc theo lịch, không đặt được.',
} as const
