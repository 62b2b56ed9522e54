import type { z } from 'zod'
import type { History } from '#modules/structure/load-history/history.contract.ts'

/**
 * Figures as documents state them, each in its own definition. They disagree with one another and with what is computed: that
 * is shown, never smoothed. A `month` or `year` stands at its first day.
 */
type Figure = z.input<typeof History>['figures'] extends (infer F)[] | undefined ? F : never
type Row = Omit<Figure, 'unit' | 'asOf' | 'definition' | 'source'>

const day = (on: string) => ({ on, precision: 'day' as const })

function stated(unit: string, asOf: Figure['asOf'], source: string, rows: [Row, string, string][]): Figure[] {
  return rows.map(([row, vi, en]) => ({ unit, asOf, source, definition: { vi, en }, ...row }))
}

const direct: [string, string] = [
  'Đảng bộ trực thuộc, không chia loại hình.',
  'Direct subordinates, types not told apart.',
]

/** Every published figure of the sources that the history can stand beside. */
export const figures: Figure[] = [
  ...stated('lien-chi', day('1948-11-07'), 's.kh95', [
    [
      { measure: 'cells', value: 6, asWritten: '6 chi bộ gồm mấy trăm đảng viên' },
      'Chi bộ khi lập Liên chi, trong các cơ quan Đảng, Chính phủ và Mặt trận.',
      'Cells at the founding, in organs of the Party, the Government and the Front.',
    ],
  ]),
  ...stated('lien-chi', day('1948-11-07'), 'f.baophapluat', [
    [
      { measure: 'cells', value: 5, asWritten: '5 chi bộ, vài chục đảng viên' },
      'Chi bộ khi lập Liên chi theo một bài báo; khác với 6 chi bộ của tài liệu khác.',
      'Cells at the founding as one newspaper has it; other documents say six.',
    ],
  ]),
  ...stated('lien-chi', { on: '1953-06-01', precision: 'month' }, 'f.baophapluat', [
    [
      { measure: 'unions_of_cells', value: 13 },
      'Liên chi sau khi sắp xếp.',
      'Unions of cells after the rearrangement.',
    ],
    [
      { measure: 'cells', value: 78, asWritten: '78 chi bộ, 13 liên chi và 1 chi bộ riêng' },
      'Chi bộ thuộc 13 liên chi, không kể 1 chi bộ riêng.',
      'Cells under the 13 unions; the one cell apart is not counted.',
    ],
    [{ measure: 'members', value: 2523 }, 'Đảng viên toàn Đảng bộ.', 'Members of the whole organisation.'],
  ]),
  ...stated('bloc', { on: '2007-04-11', precision: 'unknown' }, 's.wiki', [
    [
      { measure: 'direct_subordinates', value: 92 },
      'Tổ chức đảng trực thuộc lúc đầu; nguồn chỉ viết "từ 92" và không nêu ngày.',
      'Direct subordinates at the start; the source only writes "from 92" and names no day.',
    ],
  ]),
  ...stated('bloc', { on: '2010-01-01', precision: 'year' }, 's.wiki', [
    [{ measure: 'direct_subordinates', value: 60 }, 'Tổ chức đảng trực thuộc.', 'Direct subordinates.'],
    [
      { measure: 'direct_upper_grassroots', value: 34 },
      'Đảng bộ cấp trên cơ sở trong số 60.',
      'Organisations above the grassroots among the 60.',
    ],
    [
      { measure: 'direct_grassroots_committees', value: 26 },
      'Đảng bộ cơ sở trong số 60.',
      'Grassroots organisations among the 60.',
    ],
  ]),
  ...stated('bloc', day('2015-09-15'), 'f.cand', [
    [
      { measure: 'direct_subordinates', value: 63 },
      'Đảng bộ trực thuộc đã hoàn thành đại hội.',
      'Direct subordinates that had held their congresses.',
    ],
  ]),
  ...stated('bloc', { on: '2020-06-01', precision: 'month' }, 's.wiki', [
    [
      { measure: 'direct_upper_grassroots', value: 34 },
      'Đảng bộ cấp trên cơ sở.',
      'Organisations above the grassroots.',
    ],
    [
      { measure: 'grassroots_committees', value: 563 },
      'Đảng bộ cơ sở.',
      'Grassroots organisations with cells below (đảng bộ cơ sở).',
    ],
    [{ measure: 'grassroots_cells', value: 533 }, 'Chi bộ cơ sở.', 'Grassroots cells.'],
    [{ measure: 'sectional_committees', value: 101 }, 'Đảng bộ bộ phận.', 'Sectional organisations.'],
    [
      { measure: 'attached_cells', value: 5437, asWritten: '5.437 chi bộ trực thuộc đảng uỷ' },
      'Chi bộ trực thuộc đảng uỷ, kê riêng bên cạnh chi bộ cơ sở.',
      'Cells under a committee, listed apart from grassroots cells.',
    ],
  ]),
  ...stated('bloc', day('2021-04-24'), 's.nghean', [
    [{ measure: 'direct_subordinates', value: 61 }, ...direct],
    [
      { measure: 'grassroots_organisations', value: 1099 },
      'Tổ chức cơ sở đảng; câu văn đọc như nằm trong 61, còn đảng bộ cơ sở trực thuộc cũng là tổ chức cơ sở đảng.',
      'Grassroots organisations; the sentence reads as if they lay inside the 61, of which some are grassroots themselves.',
    ],
    [
      { measure: 'attached_cells', value: 5485, asWritten: '5.485 chi bộ trực thuộc' },
      'Chi bộ trực thuộc; nguồn không nói có kể chi bộ cơ sở hay không.',
      'Attached cells; the source does not say whether grassroots cells are in it.',
    ],
    [
      { measure: 'members', value: 81196 },
      'Đảng viên trong và ngoài nước; năm 2021 đọc từ "quý I/2021".',
      'Members at home and abroad; the year is read from "first quarter of 2021".',
    ],
  ]),
  ...stated('bloc', day('2021-12-31'), 'f.vinhphuc', [
    [{ measure: 'direct_subordinates', value: 61 }, ...direct],
    [{ measure: 'direct_grassroots_committees', value: 27 }, 'Đảng bộ cơ sở trong số 61.', 'Grassroots among the 61.'],
    [
      { measure: 'direct_upper_grassroots', value: 34 },
      'Cấp trên cơ sở trong số 61.',
      'Above the grassroots among the 61.',
    ],
    [
      { measure: 'cells', value: 5800, qualifier: 'nearly', asWritten: 'gần 5.800 chi bộ' },
      'Chi bộ, nguồn không chia loại.',
      'Cells, kinds not told apart.',
    ],
    [
      { measure: 'members', value: 77000, qualifier: 'over', asWritten: 'hơn 77.000 đảng viên' },
      'Đảng viên, nguồn không nêu cách đếm.',
      'Members; how they were counted is not told.',
    ],
  ]),
  ...stated('bloc', day('2022-06-30'), 's.kh95', [
    [{ measure: 'direct_subordinates', value: 61 }, ...direct],
    [
      { measure: 'cells', value: 5700, qualifier: 'over', asWritten: 'hơn 5.700 chi bộ' },
      'Chi bộ có đảng viên sinh hoạt, nguồn không chia loại.',
      'Cells in which members meet, kinds not told apart.',
    ],
    [
      { measure: 'members', value: 79000, qualifier: 'nearly', asWritten: 'gần 79.000 đảng viên' },
      'Đảng viên, nguồn không nêu cách đếm.',
      'Members; how they were counted is not told.',
    ],
  ]),
  ...stated('bloc', day('2023-12-31'), 's.mpi', [
    [{ measure: 'direct_subordinates', value: 61 }, ...direct],
    [
      { measure: 'cells', value: 5529, asWritten: '5.529 chi bộ' },
      'Chi bộ trong và ngoài nước, gồm chi bộ cơ sở và chi bộ trực thuộc.',
      'Cells at home and abroad, grassroots and attached together.',
    ],
    [{ measure: 'grassroots_cells', value: 474 }, 'Chi bộ cơ sở trong số 5.529.', 'Grassroots cells among the 5,529.'],
    [
      { measure: 'attached_cells', value: 5055 },
      'Chi bộ trực thuộc trong số 5.529.',
      'Attached cells among the 5,529.',
    ],
    [
      { measure: 'members', value: 78432 },
      'Đảng viên, nguồn không nêu cách đếm.',
      'Members; how they were counted is not told.',
    ],
  ]),
]
