/** Sentences of refusal that belong to no module. */
export const vi = {
  'invalid.input': 'Nội dung nhập chưa đúng. Hãy xem lại những ô được đánh dấu.',
  'invalid.not_json': 'Yêu cầu không đọc được (không phải JSON).',
  'invalid.too_large': 'Nội dung gửi lên vượt quá dung lượng cho phép.',
  'unknown.sign_in_first': 'Hãy đăng nhập để tiếp tục.',
  'unknown.wrong_credentials': 'Tên đăng nhập hoặc mật khẩu không đúng.',
  'forbidden.no_grant': 'Tài khoản này chưa được giao quyền thực hiện việc này.',
  'forbidden.out_of_reach': 'Tổ chức này nằm ngoài phạm vi được giao.',
  'forbidden.foreign_origin': 'Yêu cầu đến từ một trang khác nên không được thực hiện.',
  'missing.not_found': 'Không tìm thấy nội dung này.',
  'missing.no_capability': 'Không có chức năng này.',
  'conflict.changed_meanwhile': 'Nội dung này vừa được người khác sửa. Hãy xem lại hai bản trước khi lưu.',
  'refused.idempotency_key_reused': 'Mã chống gửi trùng này đã dùng cho một nội dung khác.',
  'busy.met_another_change': 'Có thay đổi khác đang diễn ra cùng lúc. Hãy thử lại sau giây lát.',
  'busy.disk_nearly_full': 'Ổ đĩa còn dưới 500 MB nên hệ thống tạm dừng ghi. Hãy giải phóng dung lượng.',
  'busy.not_set_up': 'Hệ thống chưa được thiết lập.',
  'failed.our_fault': 'Hệ thống gặp lỗi. Sự việc đã được ghi lại; nội dung đồng chí nhập vẫn còn trên màn hình.',
} as const
