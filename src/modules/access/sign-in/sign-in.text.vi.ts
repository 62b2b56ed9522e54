/** Texts of the sign-in page. */
export const vi = {
  title: 'Đăng nhập',
  lead: 'Dùng tài khoản do người quản trị của cơ quan lập.',
  comingBack: 'Đăng nhập xong, hệ thống mở lại đúng trang vừa được yêu cầu.',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
  'password.show': 'Hiện hoặc ẩn mật khẩu',
  'username.missing': 'Chưa nhập tên đăng nhập.',
  'password.missing': 'Chưa nhập mật khẩu.',
  send: 'Đăng nhập',
  'refused.next':
    'Hãy kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại. Nếu quên mật khẩu, đề nghị người quản trị của cơ quan cấp lại.',
  lost: 'Không nhận được trả lời từ máy chủ. Tên và mật khẩu vẫn còn trong ô; hãy kiểm tra kết nối mạng rồi bấm lại nút.',
  'demo.title': 'Vào bằng một người của bản minh hoạ',
  'demo.note':
    'Bấm tên để đăng nhập ngay. Tất cả đều là nhân vật hư cấu; mỗi người thấy và làm được những việc khác nhau.',
  'demo.as': 'Đăng nhập: {name}, {title}',
} as const
