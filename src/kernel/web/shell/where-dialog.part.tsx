import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { Dialog } from '../parts/dialog.part.tsx'
import { UnitPicker } from '../parts/unit-picker.part.tsx'

/** Chooses another unit to look at. */
export default function WhereDialog(props: {
  readonly onClose: () => void
  readonly onChoose: (unitId: string) => void
}) {
  const t = useText(texts)
  return (
    <Dialog opened title={t('where.choose')} onClose={props.onClose}>
      <UnitPicker value={null} onChange={(unit) => unit && props.onChoose(unit.id)} label={t('unit.find')} autoFocus />
    </Dialog>
  )
}
