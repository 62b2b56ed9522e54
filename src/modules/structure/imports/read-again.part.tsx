import { Button } from '@mantine/core'
import type { OutputOf } from '#kernel/contract/contract.ts'
import { useCommand } from '#kernel/web/client.ts'
import { useText } from '#kernel/web/language.ts'
import type { importState } from '../import-state/import-state.contract.ts'
import { previewImport } from '../preview-import/preview-import.contract.ts'
import { importTexts } from './imports.text.ts'

type State = OutputOf<typeof importState>

/** Reads the same file once more. */
export function ReadAgain({ data, onBegun }: { readonly data: State; readonly onBegun: (importId: string) => void }) {
  const t = useText(importTexts)
  const begin = useCommand(previewImport, { refresh: [], onDone: ({ importId }) => onBegun(importId) })
  const { under, effective, decision, file } = data
  return (
    <Button
      loading={begin.pending}
      onClick={() => void begin.send({ under: under.id, effective, decision, fileId: file.id }).catch(() => {})}
    >
      {t('again')}
    </Button>
  )
}
