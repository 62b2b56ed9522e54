import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'

/** What sources say of the Bloc from 2007 on: acts, dated facts, names, organs. Only facts; see facts.ts. Its end is in ending.ts. */
type Part = z.input<typeof History>
type Act = Part['acts'][number]

const bloc = 'bloc'
const steering = [
  ['bcd-tay-bac', 'Tây Bắc'],
  ['bcd-tay-nguyen', 'Tây Nguyên'],
  ['bcd-tay-nam-bo', 'Tây Nam Bộ'],
] as const

/** The three organisations received about 2012, and what became of them. */
export const actsOfTheBloc: Act[] = [
  {
    key: 'fact.2012-three',
    kind: 'record',
    effective: { on: '2012-10-16', precision: 'unknown' },
    source: 'f.vov-2012',
    recordedAt: '2012-10-18T02:00:00.000Z',
    note: {
      vi: 'Nhận bàn giao từ cấp uỷ địa phương vào một ngày 16/10, khoảng năm 2012 (đoạn trích không nêu năm). Nguồn gọi là tổ chức đảng cơ sở trực thuộc cấp uỷ ở Trung ương, không nói có bao nhiêu chi bộ.',
      en: 'Taken over from local committees on a 16 October, about 2012 (the excerpt gives no year). The source calls them grassroots organisations and does not say how many cells they had.',
    },
    opens: steering.map(([unit, region]) => ({
      unit,
      type: 'dang_bo_co_so',
      name: `Đảng bộ Cơ quan Thường trực Ban Chỉ đạo ${region}`,
      shortName: `Ban Chỉ đạo ${region}`,
      parent: bloc,
      belowCovered: false,
    })),
  },
  {
    key: 'fact.2017-three-end',
    kind: 'end',
    effective: { on: '2017-11-01', precision: 'unknown' },
    source: 'o.unconfirmed',
    recordedAt: '2017-11-06T02:00:00.000Z',
    note: {
      vi: 'Chưa xác nhận: kết thúc cùng các ban chỉ đạo vào cuối năm 2017.',
      en: 'Unconfirmed: they ended with the steering committees late in 2017.',
    },
    ends: steering.map(([unit]) => unit),
  },
]

/** Dated facts of the sourced units. */
export const facts: Part['facts'] = [
  {
    unit: 'chi-bo-1948',
    kind: 'milestone',
    value: 'Hội nghị toàn thể chi bộ đề nghị lập Liên chi',
    from: '1948-11-01',
    until: '1948-11-02',
    source: 's.kh95',
  },
  {
    unit: 'lien-chi',
    kind: 'founding_day',
    value: '1948-11-07',
    from: '1948-11-07',
    until: '2007-04-11',
    source: 's.kh95',
  },
  {
    unit: 'lien-chi',
    kind: 'congress',
    value: 'Đại hội lần thứ I, tại Việt Bắc',
    from: '1954-03-31',
    until: '1954-04-06',
    source: 'f.baophapluat',
  },
  {
    unit: 'lien-chi',
    kind: 'congress',
    value: 'Đại hội lần thứ II, tại Hà Nội',
    from: '1961-01-17',
    until: '1961-01-19',
    source: 'f.baophapluat',
  },
  ...[
    'khoi-1',
    'khoi-kinh-te',
    'khoi-tu-tuong',
    'khoi-khoa-giao',
    'khoi-dan-van',
    'khoi-noi-chinh',
    'khoi-doi-ngoai',
  ].map((unit) => ({
    unit,
    kind: 'governing_regulation',
    value: 'Quy định 64-QĐ/TW ngày 20/02/2003, Ban Bí thư (chung cho đảng uỷ khối cơ quan Trung ương)',
    from: '2003-02-20',
    until: '2007-04-11',
    source: 's.wiki',
  })),
  { unit: bloc, kind: 'founding_day', value: '2007-04-11', from: '2007-04-11', source: 's.mpi' },
  {
    unit: bloc,
    kind: 'seat',
    value: '105B Quán Thánh, Ba Đình, Hà Nội',
    from: '2007-04-11',
    source: 's.wiki',
  },
  {
    unit: bloc,
    kind: 'governing_regulation',
    value: 'Quyết định 98-QĐ/TW ngày 22/10/2007, Bộ Chính trị',
    from: '2007-10-22',
    source: 's.nghean',
  },
  {
    unit: bloc,
    kind: 'congress',
    value: 'Đại hội đại biểu lần thứ XII',
    from: '2015-10-13',
    until: '2015-10-16',
    source: 'f.cand',
  },
  {
    unit: bloc,
    kind: 'milestone',
    value: 'Quyết định 40-QĐ/TW của Ban Bí thư công nhận Ngày Truyền thống',
    from: '2016-09-12',
    until: '2016-09-13',
    source: 's.kh95',
  },
  { unit: bloc, kind: 'tradition_day', value: '1948-11-07', from: '2016-09-12', source: 's.kh95' },
  {
    unit: bloc,
    kind: 'congress',
    value: 'Đại hội đại biểu lần thứ XIII',
    from: '2020-10-27',
    until: '2020-10-30',
    source: 'f.vov-2020',
  },
  {
    unit: bloc,
    kind: 'document_symbol',
    value: 'ĐUK',
    from: '2007-04-11',
    until: '2023-01-17',
    source: 'o.unconfirmed',
  },
  { unit: bloc, kind: 'document_symbol', value: 'ĐUK', from: '2023-01-17', source: 's.kh95' },
]

/** Other names in the sources. */
export const aliases: Part['aliases'] = [
  {
    unit: 'lien-chi',
    name: 'Liên chi các cơ quan Trung ương',
    from: '1948-11-07',
    until: '1953-06-01',
    source: 's.kh95',
  },
  {
    unit: 'bcs-ngoai-nuoc',
    name: 'Ban Cán sự Đảng Ngoại nước',
    from: '2003-02-20',
    until: '2007-04-11',
    source: 's.kh95',
  },
  { unit: bloc, name: 'Đảng uỷ Khối các cơ quan Trung ương', from: '2007-04-11', source: 's.wiki' },
  {
    unit: bloc,
    name: 'Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương',
    from: '2007-04-11',
    source: 's.wiki',
  },
  { unit: bloc, name: 'Đảng uỷ Khối', from: '2007-04-11', source: 's.kh95' },
]

/** Organs named in the sources; `from` is the first day on which a source names them, not the day they were set up. */
export const organs: Part['organs'] = [
  ['van-phong', 'van_phong', 'Văn phòng', '2023-01-17', 's.kh95', ['Văn phòng Đảng uỷ Khối']],
  ['ban-to-chuc', 'ban_to_chuc', 'Ban Tổ chức', '2021-04-24', 's.nghean', []],
  [
    'ban-tuyen-giao',
    'ban_tuyen_giao',
    'Ban Tuyên giáo',
    '2021-04-24',
    's.nghean',
    [
      'Ban Tuyên giáo Đảng uỷ Khối',
      'Ban Tuyên giáo Đảng bộ Khối',
      'Ban Tuyên giáo Đảng uỷ Khối các cơ quan Trung ương',
    ],
  ],
  ['uy-ban-kiem-tra', 'uy_ban_kiem_tra', 'Uỷ ban Kiểm tra', '2007-04-11', 'o.unconfirmed', []],
  ['to-bien-tap', 'to_bien_tap', 'Tổ biên tập', '2021-04-24', 's.nghean', []],
].map((row) => {
  const [key, kind, name, from, source, names] = row as [string, string, string, string, string, string[]]
  return { key: `bloc.${key}`, unit: bloc, kind, name, aliases: names, from, source }
})
