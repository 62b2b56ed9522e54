import type { Theme } from './themes.ts'

/** An invented agency whose Party organisation stood directly under the Bloc at some time since 2007. */
export type Committee = { key: string; agency: string; theme: Theme }

/** `Name (theme)`, one per line, as committees keyed by prefix and number. */
function committees(prefix: string, lines: string): Committee[] {
  return lines
    .trim()
    .split('\n')
    .map((line, i) => {
      const [agency = '', theme = ''] = line.trim().split(' | ')
      return { key: `${prefix}${String(i + 1).padStart(2, '0')}`, agency, theme: theme as Theme }
    })
}

/** Above the grassroots in 2010, direct subordinates since 2007. Heaviest first. */
export const upper = committees(
  'c',
  `Cơ quan Khảo sát | land
  Viện Hải dương | water
  Uỷ ban Mùa vụ | plants
  Cơ quan Thông hiếu | people
  Cơ quan Bưu lộ | roads
  Học viện Quy hoạch | land
  Cơ quan Độ lường | measures
  Uỷ ban Nguồn nước | water
  Cơ quan Hạt giống | plants
  Cơ quan Thư tịch | words
  Uỷ ban Địa danh | land
  Cơ quan Hải đăng | roads
  Cơ quan Gió mùa | sky
  Uỷ ban Lâm sinh | plants
  Cơ quan Thuỷ đạc | water
  Uỷ ban Tiêu lệ | measures
  Cơ quan Bến bãi | roads
  Cơ quan Kho lưu | archives
  Viện Cổ tự | words
  Uỷ ban Làng nghề | people
  Học viện Ngôn từ | words
  Viện Thảo mộc | plants
  Cơ quan Phiên dịch | words
  Học viện Trắc địa | land
  Cơ quan Dữ liệu mẫu | archives
  Viện Thiên văn Ứng dụng | sky
  Cơ quan Cứu trợ Đường dài | people
  Học viện Bảo tồn | people
  Hội đồng Phương ngữ | words`,
)

/** Grassroots in 2010, direct subordinates since 2007. */
export const grassroots = committees(
  'd',
  `Báo Đất nước | words
  Nhà in Trung tâm | words
  Hội Đo đạc | land
  Bảo tàng Đồng hồ | measures
  Thư viện Bản đồ | land
  Viện Âm luật | people
  Tạp chí Mùa nước | water
  Viện Muối | measures
  Hội Nghiên cứu Gió | sky
  Quỹ Sáng kiến Nhỏ | people
  Trung tâm Mẫu vật | archives
  Nhà xuất bản Con chữ | words
  Viện Tre nứa | plants
  Hội Nhà làm lịch | sky
  Bảo tàng Thuyền nan | roads
  Viện Chữ nổi | words
  Hội Khuyến đọc | people
  Trung tâm Hang động | land
  Viện Gốm | measures
  Đài Quan sát Đêm | sky
  Hội Người làm vườn | plants
  Viện Kiến trúc gỗ | people
  Trường Kỹ nghệ Phao tiêu | roads`,
)

/** Two organisations of 2007 that became one before the end of 2010: the first two names are the old ones, the third the new. */
export const pairs: { old: [Committee, Committee]; result: Committee; type: 'cap_tren_co_so' | 'dang_bo_co_so' }[] = [
  ['Cơ quan Lưu vực', 'Cơ quan Bãi bồi', 'Cơ quan Lưu vực và Bãi bồi', 'water', 'cap_tren_co_so'],
  ['Viện Lịch pháp', 'Cơ quan Giờ chuẩn', 'Uỷ ban Lịch pháp và Giờ chuẩn', 'sky', 'cap_tren_co_so'],
  ['Cơ quan Đê kè', 'Cơ quan Luồng lạch', 'Cơ quan Đê kè và Luồng lạch', 'water', 'cap_tren_co_so'],
  ['Viện Thổ nhưỡng', 'Viện Khoáng mẫu', 'Viện Thổ nhưỡng và Khoáng mẫu', 'land', 'cap_tren_co_so'],
  ['Cơ quan In ấn', 'Cơ quan Phát hành', 'Cơ quan Ấn phẩm', 'words', 'cap_tren_co_so'],
  ['Bảo tàng Nghề mộc', 'Bảo tàng Nghề dệt', 'Bảo tàng Nghề cổ', 'people', 'dang_bo_co_so'],
  ['Viện Tằm tơ', 'Viện Sợi dệt', 'Viện Tơ sợi', 'measures', 'dang_bo_co_so'],
  ['Hội Du khảo miền núi', 'Hội Du khảo ven biển', 'Hội Du khảo', 'people', 'dang_bo_co_so'],
].map(([a, b, c, theme, type], i) => {
  const one = (agency: string | undefined, mark: string) => ({
    key: `e${String(i + 1).padStart(2, '0')}${mark}`,
    agency: agency ?? '',
    theme: theme as Theme,
  })
  return { old: [one(a, 'a'), one(b, 'b')], result: one(c, ''), type: type as 'cap_tren_co_so' | 'dang_bo_co_so' }
})

/** The type of the two old ones of a pair. */
export const pairType = (i: number) => (i < 2 ? 'cap_tren_co_so' : 'dang_bo_co_so')

/** How many of `upper` and of `grassroots` were of their later type from the first day; the others were raised to it by 2010. */
export const upperFromTheStart = 24
export const grassrootsFromTheStart = 20

/** Small organisations of 2007 that went into a larger one. */
export const absorbed = committees(
  'g',
  `Ban Quản lý Kè biển | water
  Trạm Nông lịch | sky
  Tạp chí Bến nước | roads
  Hội Cây bóng mát | plants
  Trung tâm Ong mật | plants
  Ban Biên soạn Địa chí | words
  Trung tâm Vi phim | archives
  Nhà trưng bày Sách cổ | words
  Ban Điều phối Đường mòn | roads
  Trung tâm Nấm | plants
  Ban Chữ khắc | words
  Trung tâm Sương muối | sky
  Xưởng Phục chế Giấy | archives
  Hội Chợ phiên | people`,
)

export const absorbedType = (i: number) => (i % 2 === 0 ? 'chi_bo_co_so' : 'dang_bo_co_so')

/** Organisations of 2007 handed over to a committee between the Bloc and the grassroots, and to which. */
export const handedOver = committees(
  'h',
  `Trung tâm Hải đồ | water
  Viện Đầm phá | water
  Trung tâm Từ vựng | words
  Trung tâm Kiểm chuẩn | measures
  Viện Dược thảo | plants
  Trung tâm Ảnh hàng không | land
  Tạp chí Đo vẽ | land
  Tạp chí Thư mục | words
  Quỹ Giống quý | plants
  Trạm Phao tiêu số 1 | roads`,
)
export const handedTo = ['c15', 'c02', 'c21', 'c07', 'c22', 'c01', 'c24', 'c10', 'c09', 'c12']
export const handedOverType = (i: number) => (i < 6 ? 'dang_bo_co_so' : 'chi_bo_co_so')
