import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'

/**
 * What sources say of the Bloc's own line: only facts, each with its source and how exactly it is known. Everything invented
 * stands in tools/bloc. Numbered units (`i.placeholder`) stand for organisations whose number is sourced and whose names are not.
 * `recordedAt` is illustrative everywhere: the register is imagined to have begun in 2007.
 */
type Part = z.input<typeof History>
type Act = Part['acts'][number]

const day = (on: string) => ({ on, precision: 'day' as const })
const unknown = (on: string) => ({ on, precision: 'unknown' as const })
/** Neither the unit itself nor what stood below it is told of. */
const notCovered = { covered: false, belowCovered: false }
const begun = '2007-04-12T02:00:00.000Z'

/** The seven blocs reorganised in 2007: key and name. */
const blocs = [
  ['khoi-1', 'Đảng bộ Khối I'],
  ['khoi-kinh-te', 'Đảng bộ Khối Kinh tế'],
  ['khoi-tu-tuong', 'Đảng bộ Khối Tư tưởng'],
  ['khoi-khoa-giao', 'Đảng bộ Khối Khoa giáo'],
  ['khoi-dan-van', 'Đảng bộ Khối Dân vận'],
  ['khoi-noi-chinh', 'Đảng bộ Khối Nội chính'],
  ['khoi-doi-ngoai', 'Đảng bộ Khối Đối ngoại'],
] as const
const abroad = 'bcs-ngoai-nuoc'
const predecessors = [...blocs.map(([key]) => key), abroad]
const cells1948 = [1, 2, 3, 4, 5, 6].map((n) => `lien-chi.k${n}`)
const unions1953 = Array.from({ length: 13 }, (_, i) => `cdd.lc${i + 1}`)

/** Up to the founding of the Bloc, in the order in which they are to be read. */
export const actsToTheFounding: Act[] = [
  {
    key: 'fact.1948-cell',
    kind: 'record',
    effective: { on: '1948-11-01', precision: 'not_later' },
    source: 's.kh95',
    recordedAt: begun,
    note: {
      vi: 'Năm 1948 đảng viên các cơ quan Trung ương cùng ở một chi bộ; ngày lập chi bộ không có tư liệu, muộn nhất là ngày hội nghị 01/11/1948.',
      en: 'In 1948 the members of the central organs were one cell; when it began is not told, at the latest on the day of its meeting of 01/11/1948.',
    },
    opens: [{ unit: 'chi-bo-1948', type: 'chi_bo', name: 'Chi bộ cơ quan Trung ương', parent: null }],
  },
  {
    key: 'fact.1948-lien-chi',
    kind: 'establish',
    effective: day('1948-11-07'),
    decision: { kind: 'Chỉ thị', symbol: '35-CT/TW', organ: 'Ban Thường vụ Trung ương' },
    source: 's.kh95',
    recordedAt: begun,
    note: {
      vi: 'Lập tại Chiến khu Việt Bắc theo đề nghị ngày 01/11/1948. Ngày của Chỉ thị không được nêu.',
      en: 'Set up in the Việt Bắc base on the request of 01/11/1948. The day of the directive itself is not given.',
    },
    opens: [{ unit: 'lien-chi', type: 'lien_chi', name: 'Liên chi cơ quan Trung ương', parent: null }],
    lineage: [{ from: 'chi-bo-1948', to: 'lien-chi' }],
  },
  {
    key: 'fact.1948-six-cells',
    kind: 'divide',
    effective: day('1948-11-07'),
    source: 'i.placeholder',
    recordedAt: begun,
    note: {
      vi: 'Số 6 chi bộ có nguồn; tên gọi không có tư liệu nên ghi theo số thứ tự.',
      en: 'That there were six is sourced; what they were called is not, so they are numbered.',
    },
    opens: cells1948.map((unit, i) => ({ unit, type: 'chi_bo', name: `Chi bộ số ${i + 1}`, parent: 'lien-chi' })),
    ends: ['chi-bo-1948'],
    lineage: cells1948.map((to) => ({ from: 'chi-bo-1948', to })),
  },
  {
    key: 'fact.1949-cells-uncovered',
    kind: 'record',
    effective: unknown('1949-01-01'),
    source: 'i.placeholder',
    recordedAt: begun,
    note: {
      vi: 'Không nguồn nào theo dõi sáu chi bộ từ khi lập Liên chi đến lần sắp xếp tháng 6/1953.',
      en: 'No source follows the six cells between the founding and the rearrangement of June 1953.',
    },
    changes: [
      { unit: 'lien-chi', belowCovered: false },
      ...cells1948.map((unit) => ({ unit, covered: false, belowCovered: false })),
    ],
  },
  {
    key: 'fact.1953',
    kind: 'restructure',
    effective: { on: '1953-06-01', precision: 'month' },
    source: 'f.baophapluat',
    recordedAt: begun,
    note: {
      vi: 'Sắp xếp lại: nhiều chi bộ ghép thành 78 chi bộ thuộc 13 liên chi, cùng 1 chi bộ riêng; đổi tên, trực thuộc Ban Chấp hành Trung ương.',
      en: 'Rearranged: many cells joined into 78 under 13 unions, and one cell apart; renamed, directly under the Central Committee.',
    },
    changes: [
      {
        unit: 'lien-chi',
        type: 'dang_bo',
        name: 'Đảng bộ các cơ quan Chính, Dân, Đảng Trung ương',
        belowCovered: true,
      },
    ],
  },
  {
    key: 'fact.1953-unions',
    kind: 'restructure',
    effective: { on: '1953-06-01', precision: 'month' },
    source: 'i.placeholder',
    recordedAt: begun,
    note: {
      vi: '13 liên chi và 1 chi bộ riêng ghi theo số thứ tự; 78 chi bộ chỉ ghi bằng số liệu vì không biết thuộc liên chi nào.',
      en: 'The 13 unions and the one cell are numbered; the 78 cells stay a figure, for no source says which union they belonged to.',
    },
    opens: [
      ...unions1953.map((unit, i) => ({
        unit,
        type: 'lien_chi',
        name: `Liên chi số ${i + 1}`,
        parent: 'lien-chi',
        belowCovered: false,
      })),
      { unit: 'cdd.k1', type: 'chi_bo', name: 'Chi bộ riêng', parent: 'lien-chi' },
    ],
    ends: cells1948,
  },
  {
    key: 'fact.1954-unions-uncovered',
    kind: 'record',
    effective: unknown('1954-04-06'),
    source: 'i.placeholder',
    recordedAt: begun,
    note: {
      vi: 'Sau đại hội năm 1954 không nguồn nào nói đến các liên chi nữa.',
      en: 'After the congress of 1954 no source speaks of the unions again.',
    },
    changes: [
      { unit: 'lien-chi', belowCovered: false },
      ...[...unions1953, 'cdd.k1'].map((unit) => ({ unit, covered: false, belowCovered: false })),
    ],
  },
  {
    key: 'fact.1962',
    kind: 'restructure',
    effective: day('1962-12-08'),
    decision: { kind: 'Nghị quyết', symbol: '62-NQ/TW', on: '1962-12-08', organ: 'Ban Bí thư' },
    source: 'f.baophapluat',
    recordedAt: begun,
    note: {
      vi: 'Nghị quyết về việc bàn giao Đảng bộ; đoạn trích không nêu nơi nhận. Có những giai đoạn thuộc Đảng bộ thành phố Hà Nội, không rõ ngày.',
      en: 'A resolution on handing the organisation over; the excerpt does not name the receiver. There were periods under the Hà Nội organisation, without dates.',
    },
    changes: [{ unit: 'lien-chi', covered: false }],
  },
  ...['1965-01-01', '1975-01-01', '1985-01-01', '1995-01-01'].map(
    (on, i): Act => ({
      key: `fact.restructure-${i + 1}`,
      kind: 'restructure',
      effective: unknown(on),
      source: 's.kh95',
      recordedAt: begun,
      note: {
        vi: `Lần ${i + 1} trong 4 lần tách, nhập, hợp nhất, sắp xếp, tổ chức lại từ 1948 đến 2007; nguồn không nêu ngày và hình thức. Có thể trùng với việc năm 1953, 1962 hoặc 2007. Ngày ghi ở đây chỉ để xếp thứ tự.`,
        en: `Number ${i + 1} of the four reorganisations between 1948 and 2007; neither day nor form is told. It may be one of those of 1953, 1962 or 2007. The day here only gives it a place in the order.`,
      },
      changes: [{ unit: 'lien-chi', covered: false }],
    }),
  ),
  {
    key: 'fact.blocs',
    kind: 'record',
    effective: unknown('2003-02-20'),
    source: 's.kh95',
    recordedAt: begun,
    note: {
      vi: 'Ngày lập bảy đảng bộ khối và Ban Cán sự Đảng Ngoài nước không có tư liệu, cũng không nguồn nào nói lập từ đâu. Lấy ngày của Quy định 64-QĐ/TW để xếp thứ tự.',
      en: 'When and from what the seven blocs and the Party Affairs Committee abroad were set up is not told. The day of Regulation 64-QĐ/TW stands for order only.',
    },
    opens: [
      ...blocs.map(([unit, name]) => ({ unit, type: 'dang_bo_khoi', name, parent: null, ...notCovered })),
      { unit: abroad, type: 'ban_can_su', name: 'Ban Cán sự Đảng Ngoài nước', parent: null, ...notCovered },
    ],
  },
  {
    key: 'fact.blocs-on-the-eve',
    kind: 'record',
    effective: { on: '2007-04-10', precision: 'not_later' },
    source: 's.mpi',
    recordedAt: begun,
    note: {
      vi: 'Chậm nhất đến hôm trước ngày 11/04/2007 cả tám tổ chức đều đang hoạt động: Quyết định 47-QĐ/TW tổ chức lại chính các tổ chức này. Bên dưới có gì thì không nguồn nào nói.',
      en: 'At the latest on the eve of 11/04/2007 all eight stood: Decision 47-QĐ/TW reorganised exactly these. What stood below them no source says.',
    },
    changes: predecessors.map((unit) => ({ unit, covered: true })),
  },
  {
    key: 'fact.2007',
    kind: 'merge_new',
    effective: day('2007-04-11'),
    decision: { kind: 'Quyết định', symbol: '47-QĐ/TW', on: '2007-04-11', organ: 'Bộ Chính trị' },
    source: 's.mpi',
    recordedAt: begun,
    note: {
      vi: 'Lập trên cơ sở sắp xếp, tổ chức lại bảy đảng bộ khối và Ban Cán sự Đảng Ngoài nước, thực hiện Nghị quyết Trung ương 4 khoá X.',
      en: 'Formed by reorganising seven blocs and the Party Affairs Committee abroad, after the fourth plenum of the tenth Central Committee.',
    },
    opens: [
      {
        unit: 'bloc',
        type: 'trung_uong_truc_thuoc',
        name: 'Đảng bộ Khối các cơ quan Trung ương',
        shortName: 'Đảng bộ Khối',
        parent: null,
      },
    ],
    ends: predecessors,
    lineage: predecessors.map((from) => ({ from, to: 'bloc' })),
  },
  {
    key: 'fact.2007-older-line',
    kind: 'restructure',
    effective: { on: '2007-04-11', precision: 'not_later' },
    source: 'f.vinhphuc',
    recordedAt: begun,
    note: {
      vi: 'Liên chi và Đảng bộ các cơ quan Chính, Dân, Đảng Trung ương là tiền thân của Đảng bộ Khối; kết thúc lúc nào, bằng hình thức nào thì không có tư liệu, muộn nhất là khi lập Đảng bộ Khối.',
      en: 'The union of 1948 and its successor of 1953 are forerunners of the Bloc; when and in which form they ended is not told, at the latest when the Bloc was formed.',
    },
    ends: ['lien-chi', 'cdd.k1', ...unions1953],
    lineage: [{ from: 'lien-chi', to: 'bloc' }],
  },
]
