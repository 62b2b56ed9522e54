/** Why a spreadsheet is not taken, and what the person can do about it. */
export const vi = {
  not_a_spreadsheet: 'Tệp này không phải là bảng tính. Hãy gửi tệp Excel (.xlsx) hoặc tệp CSV UTF-8.',
  old_or_protected:
    'Tệp ở định dạng Excel cũ (.xls) hoặc có đặt mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu nếu có, rồi lưu lại dưới dạng tệp .xlsx.',
  too_large: 'Tệp lớn hơn {megabytes} MB.',
  unpacks_too_large:
    'Nội dung của tệp vượt quá {megabytes} MB sau khi giải nén. Hãy bỏ hình ảnh và các trang tính không cần thiết, hoặc chia thành nhiều tệp.',
  damaged: 'Tệp bị hỏng hoặc chưa tải lên trọn vẹn. Hãy mở bằng Excel, lưu thành tệp mới rồi gửi lại.',
  unsafe_package:
    'Cấu trúc bên trong của tệp không bình thường nên hệ thống không đọc. Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại.',
  entity_declaration:
    'Tệp có khai báo XML mà bảng tính không dùng đến nên hệ thống không đọc. Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi gửi lại.',
  macros: 'Tệp có macro. Hãy lưu lại dưới dạng tệp .xlsx không có macro rồi gửi lại.',
  foreign_content:
    'Tệp có liên kết ra ngoài, kết nối dữ liệu hoặc đối tượng nhúng. Hãy sao chép dữ liệu, dán dưới dạng giá trị vào một tệp mới rồi gửi tệp đó.',
  formula: 'Ô {place} có công thức. Hãy sao chép và dán lại dưới dạng giá trị (Dán đặc biệt, Giá trị) rồi gửi lại.',
  no_visible_sheet: 'Tệp không có trang tính nào đang hiển thị.',
  too_many_rows: 'Ô {place} nằm ngoài {rows} dòng đầu. Mỗi tệp được có tối đa {rows} dòng, kể cả dòng tiêu đề.',
  too_many_columns: 'Ô {place} nằm ngoài {columns} cột đầu. Mỗi tệp được có tối đa {columns} cột.',
  cell_too_long: 'Nội dung ô {place} dài quá {characters} ký tự.',
  not_unicode:
    'Tệp CSV không dùng bảng mã UTF-8 nên chữ tiếng Việt sẽ bị sai. Hãy mở bằng Excel rồi lưu lại dưới dạng “CSV UTF-8”.',
  broken_quotes:
    'Ô {place} có dấu ngoặc kép không khép đúng. Hãy sửa ô đó, hoặc mở bằng Excel rồi lưu lại dưới dạng “CSV UTF-8”.',
} as const
