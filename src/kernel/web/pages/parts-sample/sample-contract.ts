import { z } from 'zod'
import { command } from '#kernel/contract/contract.ts'
import { HistoricalDate, PlainDate } from '#kernel/contract/dates.ts'

/** A pretended command for the sample form; no server answers it. */
export const sampleReport = command('dev.sample-report', {
  input: z
    .object({
      unitId: z.string().min(1),
      heldOn: PlainDate,
      foundedOn: HistoricalDate,
      members: z.int().min(1),
      present: z.int().min(0),
      absent: z.int().min(0),
      kind: z.enum(['regular', 'theme']),
      summary: z.string().min(20).max(4000),
    })
    .refine((report) => report.present + report.absent <= report.members, {
      path: ['absent'],
      params: {
        vi: 'Số dự và số vắng cộng lại nhiều hơn số đảng viên: có người sinh hoạt tạm thời?',
        en: 'Present and absent together exceed the members: is somebody here for a time?',
      },
    }),
  output: z.object({ number: z.string() }),
  permission: 'signed-in',
  reads: 'settings',
  articles: [],
})
