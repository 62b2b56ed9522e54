/** Invented subject matter of invented agencies: words an agency, a department or an office may be named after. */
export const themes = {
  water:
    'Thuỷ đạc, Hải đồ, Lưu vực, Thuỷ triều, Dòng chảy, Bãi bồi, Cửa sông, Đầm phá, Rạn san hô, Đáy biển, Nước ngầm, Hồ chứa, Đê kè, Luồng lạch, Hải lưu, Độ mặn, Sóng, Bến neo, Cồn cát, Mạch nước, Lòng dẫn, Mực nước, Phù sa, Vịnh nhỏ, Suối nguồn, Bờ biển',
  land: 'Bản vẽ, Trắc lượng, Địa hình, Mốc giới, Địa tầng, Thổ nhưỡng, Khoáng mẫu, Hang động, Không ảnh, Toạ độ, Cao độ, Nền móng, Miền núi, Đồng bằng, Trung du, Cao nguyên, Địa chấn, Địa nhiệt, Sạt lở, Lưới đo, Atlas, Mặt bằng, Đường đồng mức, Đo vẽ, Thung lũng, Ảnh hàng không',
  sky: 'Khí tiết, Tinh tượng, Gió mùa, Mây mưa, Bức xạ, Nhiệt độ, Nông lịch, Sương muối, Độ ẩm, Tầng cao, Quang phổ, Kính thiên văn, Lịch pháp, Báo mưa, Cảnh báo sớm, Ra đa, Không khí, Ánh sáng, Sấm sét, Quan trắc, Giờ chuẩn, Bóng thám không, Mùa khô, Mùa mưa, Bóng nắng, Trăng sao',
  words:
    'Cổ tự, Ngôn từ, Phương ngữ, Thư tịch, Từ vựng, Phiên dịch, Chính tả, Chữ khắc, Bản thảo, Thư phòng, Khắc in, Hiệu đính, Ca dao, Địa chí, Gia phả, Âm vị, Chữ nổi, Thuật ngữ, Biên soạn, Phát sách, Lưu chiểu, Sách cổ, Bia ký, Ấn phẩm, Dịch thuật, Chú giải',
  plants:
    'Thảo mộc, Hạt giống, Mùa vụ, Lâm sinh, Vườn ươm, Cây trái, Cây chè, Dược thảo, Bảo quản nông sản, Ruộng bậc thang, Nấm, Tre nứa, Ong mật, Tằm tơ, Cỏ chăn nuôi, Giống lúa, Rau màu, Cây bóng mát, Phân hữu cơ, Sâu bệnh, Kho lạnh, Thuỷ canh, Rừng ngập mặn, Hoa cảnh, Đồng cỏ, Gỗ rừng trồng',
  measures:
    'Độ lường, Tiêu lệ, Kiểm chuẩn, Mẫu chuẩn, Cân đo, Thống lượng, Hiệu chuẩn, Thử nghiệm, Thẩm mẫu, Mã số, Chất liệu, Nhãn mác, An toàn máy, Thời gian chuẩn, Độ rung, Âm thanh, Màu sắc, Áp suất, Điện kế, Quy chuẩn, Bao gói, Sợi dệt, Gốm sứ, Thuỷ tinh, Cơ khí nhỏ, Dụng cụ',
  roads:
    'Đường kênh, Bến bãi, Cầu cống, Hải đăng, Bưu lộ, Kho vận, Phà, Đường mòn, Đường sắt hẹp, Cáp treo, Đường hầm, Xe chuyên dụng, Kéo phà, Luồng tuyến, Dẫn đường, Biển báo, Tín hiệu, Sân bãi, Vận trù, Kè cảng, Cung ứng, Kiểm thuyền, Bốc dỡ, Sửa chữa, Phao tiêu, Thuyền nan',
  archives:
    'Số hoá, Dữ liệu, Thống kê mẫu, Hồ sơ cổ, Phục chế, Vi phim, Mạng truyền, Cơ sở dữ liệu, Tư liệu, Ảnh tư liệu, Kho ngầm, Tra cứu, Trưng bày, Sưu tầm, Giám tuyển, Mục lục, Định danh, Khoá mã, Phần mềm, Máy chủ, Kho mở, Thư mục, Băng từ, Mẫu vật, Bản sao, Giấy dó',
  people:
    'Làng nghề, Hội quán, Sáng kiến, Học liệu, Khuyến học, Tương trợ, Tập huấn, Trò chơi dân gian, Thể lệ, Cứu trợ, Nhà văn hoá, Hướng nghiệp, Nghề thủ công, Chợ phiên, Lễ tiết, Âm nhạc cổ, Rối nước, Hát ru, Tranh dân gian, Nếp sống, Nghĩa tình, Du khảo, Kiến trúc gỗ, Cổ vật, Đồ chơi, Ẩm thực',
} as const
export type Theme = keyof typeof themes

/** The words of a theme, then those of its two neighbours, for a large agency that needs more. */
export function subjectsOf(theme: Theme): string[] {
  const keys = Object.keys(themes) as Theme[]
  const at = keys.indexOf(theme)
  const around = [theme, keys[(at + 1) % keys.length] as Theme, keys[(at + 4) % keys.length] as Theme]
  return around.flatMap((key) => themes[key].split(', '))
}

/** Tasks every agency has. */
export const general =
  'Tổng hợp, Tổ chức cán bộ, Kế hoạch - Tài chính, Pháp chế, Hợp tác quốc tế, Quản trị, Công nghệ thông tin, Thi đua - Khen thưởng, Văn thư - Lưu trữ, Kế toán, Vật tư - Thiết bị, Đào tạo, Khoa học, Truyền thông, Quản lý chất lượng, Quản lý dự án, Hành chính, Dịch vụ, Thông tin, Bảo vệ'.split(
    ', ',
  )

/** Parts of the country as an invented agency might divide it. */
export const regions =
  'phía Bắc, phía Nam, miền Trung, ven biển, vùng cao, vùng Trung du, vùng Đồng bằng, phía Đông, phía Tây, Khu vực 1, Khu vực 2, Khu vực 3, Khu vực 4, Khu vực 5, Khu vực 6'.split(
    ', ',
  )
