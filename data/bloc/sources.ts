import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'

/** Where the facts come from. Titles are ours; addresses of excerpts are as far as they were kept. */
export const sources: z.input<typeof History>['sources'] = [
  {
    key: 's.wiki',
    grade: 'seed',
    title: {
      vi: 'Wikipedia tiếng Việt: trang về Đảng uỷ Khối các cơ quan Trung ương',
      en: 'Vietnamese Wikipedia: the page on the Bloc’s committee',
    },
  },
  {
    key: 's.mpi',
    grade: 'seed',
    title: {
      vi: 'Tin của Bộ Kế hoạch và Đầu tư ngày 15/04/2024 nhân 17 năm thành lập Đảng bộ Khối',
      en: 'News of the Ministry of Planning and Investment, 15/04/2024, on the Bloc’s seventeenth year',
    },
  },
  {
    key: 's.nghean',
    grade: 'seed',
    title: {
      vi: 'Báo Nghệ An: tin hội nghị Ban Chấp hành lần thứ tư (mở rộng), 24/04/2021',
      en: 'Nghệ An newspaper on the fourth (enlarged) session of the committee, 24/04/2021',
    },
  },
  {
    key: 's.kh95',
    grade: 'seed',
    title: {
      vi: 'Kế hoạch 95-KH/ĐUK ngày 17/01/2023 và tài liệu kèm theo',
      en: 'Plan 95-KH/ĐUK of 17/01/2023 and the material attached to it',
    },
  },
  {
    key: 's.qd138',
    grade: 'seed',
    title: {
      vi: 'Quy định 138-QĐ/TW ngày 01/12/2023 của Ban Bí thư',
      en: 'Regulation 138-QĐ/TW of 01/12/2023, Secretariat',
    },
  },
  {
    key: 'f.baophapluat',
    grade: 'found',
    address: 'baophapluat.vn (421830)',
    title: {
      vi: 'Báo Pháp luật Việt Nam: bài về lịch sử Đảng bộ (đoạn trích)',
      en: 'Pháp luật Việt Nam newspaper on the history (excerpt)',
    },
  },
  {
    key: 'f.cand',
    grade: 'found',
    address: 'http://cand.com.vn/thoi-su/Chuan-bi-dai-hoi-dang-bo-Khoi-cac-co-quan-Trung-uong-367252/',
    title: {
      vi: 'Báo Công an nhân dân: chuẩn bị đại hội lần thứ XII (đoạn trích)',
      en: 'Công an nhân dân newspaper before the twelfth congress (excerpt)',
    },
  },
  {
    key: 'f.vinhphuc',
    grade: 'found',
    address: 'http://hoilhpn.vinhphuc.gov.vn/tintuc/Pages/tin-tuc.aspx?ItemID=31267',
    title: {
      vi: 'TTXVN đăng lại trên trang Hội LHPN Vĩnh Phúc: quá trình hình thành Đảng bộ Khối (đoạn trích)',
      en: 'News agency text republished by a provincial site: how the Bloc was formed (excerpt)',
    },
  },
  {
    key: 'f.vov-2012',
    grade: 'found',
    address: 'https://vov.vn/chinh-tri/dang/dang-uy-khoi-co-quan-trung-uong-tiep-nhan-3-dang-bo-228551.vov',
    title: { vi: 'VOV: tiếp nhận 3 đảng bộ (đoạn trích)', en: 'VOV: three organisations received (excerpt)' },
  },
  {
    key: 'f.vov-2020',
    grade: 'found',
    address: 'vov.vn',
    title: { vi: 'VOV: đại hội lần thứ XIII (đoạn trích)', en: 'VOV: the thirteenth congress (excerpt)' },
  },
  {
    key: 'f.nongnghiep',
    grade: 'found',
    address:
      'https://nongnghiepmoitruong.vn/tong-bi-thu-to-lam-trao-quyet-dinh-thanh-lap-cac-dang-bo-truc-thuoc-trung-uong-d740762.html',
    title: {
      vi: 'Báo Nông nghiệp và Môi trường: công bố bốn đảng bộ trực thuộc Trung ương (đoạn trích)',
      en: 'Nông nghiệp và Môi trường newspaper: four organisations announced (excerpt)',
    },
  },
  {
    key: 'f.nld',
    grade: 'found',
    address: 'nld.com.vn (196250924093418106)',
    title: {
      vi: 'Báo Người Lao động: đại hội Đảng bộ các cơ quan Đảng Trung ương (đoạn trích)',
      en: 'Người Lao động newspaper on the first congress of one successor (excerpt)',
    },
  },
  {
    key: 'f.vietnamplus',
    grade: 'found',
    address: 'vietnamplus.vn (post1070014)',
    title: {
      vi: 'VietnamPlus: Đảng bộ Chính phủ (đoạn trích)',
      en: 'VietnamPlus on the Government’s Party organisation (excerpt)',
    },
  },
  {
    key: 'o.unconfirmed',
    grade: 'own',
    title: { vi: 'Hiểu biết chung, chưa xác nhận', en: 'General knowledge, unconfirmed' },
  },
  {
    key: 'i.placeholder',
    grade: 'illustrative',
    title: {
      vi: 'Đơn vị ghi theo số thứ tự: số lượng có nguồn, tên gọi thì không',
      en: 'Numbered units: how many there were is sourced, what they were called is not',
    },
  },
  {
    key: 'i.generated',
    grade: 'illustrative',
    title: {
      vi: 'Dữ liệu minh hoạ do chương trình tạo ra (tools/bloc/generate.ts)',
      en: 'Illustrative data made by a program (tools/bloc/generate.ts)',
    },
  },
]
