/**
 * How the Bloc ended, as sources say (`f.nongnghiep`, `f.nld`, `f.vietnamplus`): on 03/02/2025 four organisations directly under the
 * centre were announced. It is no part of the history: the demo keeps it as a draft that can be rehearsed, entered and taken back.
 */
export const ending = {
  /** The day of the announcement; which paper ended the Bloc itself is not told. */
  on: '2025-02-03',
  ends: 'bloc',
  successors: [
    ['cqdtw', 'Đảng bộ các cơ quan Đảng Trung ương'],
    ['chinh-phu', 'Đảng bộ Chính phủ'],
    ['quoc-hoi', 'Đảng bộ Quốc hội'],
    ['mttq-doan-the', 'Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương'],
  ],
  /** An annex of invented units must not stand under a real symbol; so the draft names a paper that does not exist, and says so. */
  decision: { kind: 'Quyết định', symbol: '01-QĐ/MH', on: '2024-01-12', organ: 'Văn bản minh hoạ' },
  note: 'Việc có thật: ngày 03/02/2025 công bố bốn đảng bộ trực thuộc Trung ương; Quyết định 242-QĐ/TW và 243-QĐ/TW đề ngày 24/01/2025. Văn bản ghi ở đây, 61 đảng bộ mang tên giả định và cách phân bổ đều là minh hoạ.',
} as const
