import { NativeSelect } from '@mantine/core'
import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useAddress } from '#kernel/web/address.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { PictureFrame } from '#kernel/web/parts/picture-frame.part.tsx'
import { EmptyState } from '#kernel/web/parts/states.part.tsx'
import { bridgeSteps } from './bridge.rules.ts'
import { BridgePicture } from './bridge-picture.part.tsx'
import { isCut } from './bridge-pieces.rules.ts'
import { BridgeTable } from './bridge-table.part.tsx'
import classes from './compare.module.css'
import { compareTexts } from './compare.text.ts'
import { useSayCompared } from './say-compared.part.tsx'
import { type Compared, type Countable, sumOf } from './sums.rules.ts'

/** The bridge from total to total; what it counts stands in the address (`?loai=dang_bo_co_so`). */
export function Bridge({ data, choices }: { readonly data: Compared; readonly choices: readonly Countable[] }) {
  const t = useText(compareTexts)
  const say = useSayCompared()
  const [view, setView] = useAddress({ loai: choices[0]?.code ?? '' })
  const chosen = choices.find(({ code }) => code === view.loai) ?? choices[0]
  if (!chosen) return null
  return (
    <>
      <NativeSelect
        className={`${classes.choice} no-print`}
        label={t('bridge.choose')}
        value={chosen.code}
        data={choices.map((choice) => ({ value: choice.code, label: say.counted(choice) }))}
        onChange={(event) => setView({ loai: event.currentTarget.value })}
      />
      <Drawn data={data} counted={chosen} />
    </>
  )
}

function Drawn({ data, counted }: { readonly data: Compared; readonly counted: Countable }) {
  const t = useText(compareTexts)
  const format = useFormats()
  const say = useSayCompared()
  const phone = useMediaQuery('(max-width: 47.99em)') ?? false
  const { ref, width } = useElementSize()
  const sum = sumOf(data, counted.types)
  const steps = bridgeSteps(data, counted)
  const days = { from: format.date(data.from), until: format.date(data.until) }
  const title = t('bridge.of', { what: say.counted(counted), ...days })
  const by = steps.some(({ act }) => act === null) ? t('bridge.byKind') : t('bridge.byAct')
  const cut = isCut({ before: { value: sum.before }, after: { value: sum.after }, steps })
  const picture = { data, sum, steps, label: title }
  return (
    <div ref={ref}>
      <PictureFrame
        title={title}
        description={steps.length === 0 ? undefined : `${by} ${cut ? t('bridge.cut') : ''}`}
        name={t('bridge.file')}
        table={<BridgeTable {...picture} />}
      >
        {steps.length === 0 ? (
          <EmptyState title={t('bridge.nothing', { what: say.within(counted) })} />
        ) : width > 0 ? (
          <BridgePicture {...picture} width={Math.max(width - 34, 280)} size={phone ? 16 : 12.5} />
        ) : null}
      </PictureFrame>
    </div>
  )
}
