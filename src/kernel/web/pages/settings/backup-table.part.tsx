import type { settings } from '#kernel/capabilities/settings/settings.contract.ts'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { useFormats, useText } from '../../language.ts'
import { DataTable } from '../../parts/data-table.part.tsx'
import { EmptyState } from '../../parts/states.part.tsx'
import { settingsTexts } from './settings.text.ts'
import { useSize } from './size.part.tsx'

/** The backups that lie where this server keeps them, the latest first. */
export function BackupTable({ backups }: { readonly backups: OutputOf<typeof settings>['backups'] }) {
  const t = useText(settingsTexts)
  const format = useFormats()
  const size = useSize()
  const latestFirst = [...backups].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  return (
    <DataTable
      name="sao-luu"
      label={t('backup.title')}
      rows={latestFirst}
      rowId={({ file }) => file}
      columns={[
        {
          id: 'made',
          title: t('backup.made'),
          value: (row) => row.madeAt,
          cell: (row) => format.moment(row.madeAt),
          width: 11,
        },
        { id: 'file', title: t('backup.file'), value: (row) => row.file, fixed: true, width: 18 },
        {
          id: 'size',
          title: t('backup.size'),
          kind: 'number',
          value: (row) => row.bytes,
          cell: (row) => size(row.bytes),
          width: 8,
        },
      ]}
      empty={<EmptyState title={t('backup.none')} detail={t('backup.none.detail')} />}
    />
  )
}
