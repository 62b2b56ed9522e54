import { type CSSProperties, useEffect, useRef, useState } from 'react'
import type { PlainDate } from '#kernel/contract/dates.ts'
import { hrefOf, useGo } from '#kernel/web/address.ts'
import { asOfKey, useAsOf } from '#kernel/web/as-of.ts'
import { knownOnKey, useKnownOn } from '#kernel/web/known-on.ts'
import { useFormats, useText } from '#kernel/web/language.ts'
import { unitPath } from '../addresses.rules.ts'
import { useSayPeriod } from '../say.part.tsx'
import { structureTexts } from '../structure.text.ts'
import type { Band } from './bands.rules.ts'
import { downPast, type NameLabel } from './labels.rules.ts'
import classes from './lineage.module.css'
import type { Picture } from './picture.rules.ts'
import { textWidth } from './time-scale.rules.ts'

/** The drawn lineage: bands for units, curves at acts, dotted where no source covers the time, a line at the as-of date. */
export function LineagePicture(props: {
  readonly picture: Picture
  readonly asOf: PlainDate
  readonly size: number
  readonly label: string
  readonly onPoint: (unitId: string | null) => void
}) {
  const { picture, size, asOf } = props
  const format = useFormats()
  const [pointed, setPointed] = useState<string | null>(null)
  const point = (unitId: string | null) => {
    setPointed(unitId)
    props.onPoint(unitId)
  }
  const near = pointed === null ? null : neighbours(picture, pointed)
  const seen = asOf >= picture.scale.from && asOf <= picture.scale.until
  const now = picture.scale.x(asOf)
  const words = [...picture.names, ...picture.events].map(({ rect }) => rect)
  const dayWide = textWidth(format.date(asOf), size) + size
  const dayFrom = now + 5 + dayWide > picture.width ? now - 5 - dayWide : now + 5
  const day = { x1: dayFrom, x2: dayFrom + dayWide }
  /** A year at the top that would stand against the day or run over the edge is left out. */
  const fits = (x: number, year: string) => {
    const end = x + textWidth(year, size) + size
    return end < picture.width && !(seen && x < day.x2 && day.x1 < end)
  }
  const svg = useRef<SVGSVGElement>(null)
  useEffect(() => {
    const box = svg.current?.parentElement
    if (box && box.scrollWidth > box.clientWidth) box.scrollLeft = now - box.clientWidth / 2
  }, [now])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture whose units are links, no fieldset
    <svg
      ref={svg}
      viewBox={`0 0 ${Math.ceil(picture.width)} ${Math.ceil(picture.height)}`}
      width={Math.ceil(picture.width)}
      height={Math.ceil(picture.height)}
      style={{ '--wide': `${Math.ceil(picture.width)}px` } as CSSProperties}
      role="group"
      aria-label={props.label}
      className={classes.picture}
      fontSize={size}
    >
      {picture.ticks.map((tick) => (
        <g key={tick.year} className={classes.tick}>
          <path d={downPast(tick.x, size * 1.3, picture.bottom, words)} />
          {fits(tick.x, String(tick.year)) ? (
            <text x={tick.x + 3} y={size}>
              {tick.year}
            </text>
          ) : null}
        </g>
      ))}
      {picture.events.map((event) => (
        <path
          key={`${event.mark.on} ${event.text}`}
          className={classes.hair}
          d={downPast(event.x, event.from, event.y + 2, words)}
        />
      ))}
      {picture.curves.map((curve) => (
        <path
          key={curve.key}
          d={curve.path}
          className={classes.curve}
          data-side={curve.side}
          data-dim={(near && !(curve.from === pointed || curve.to === pointed)) || undefined}
          strokeWidth={size * 0.5}
        />
      ))}
      {picture.bands.map((band) => (
        <UnitBand
          key={band.unit.id}
          band={band}
          names={picture.names.filter((name) => name.unitId === band.unit.id)}
          size={size}
          dim={near !== null && !near.has(band.unit.id)}
          onPoint={point}
        />
      ))}
      {picture.events.map((event) => (
        <text
          key={`${event.mark.on} ${event.text}`}
          x={event.textX + 6}
          y={event.y}
          className={classes.event}
          paintOrder="stroke"
        >
          {event.text}
        </text>
      ))}
      {seen ? (
        <g className={classes.now}>
          <path className={classes.at} d={downPast(now, size * 1.5, picture.bottom, words)} />
          <text paintOrder="stroke" x={day.x1} y={size * 2.3}>
            {format.date(asOf)}
          </text>
        </g>
      ) : null}
    </svg>
  )
}

function UnitBand(props: {
  readonly band: Band
  readonly names: readonly NameLabel[]
  readonly size: number
  readonly dim: boolean
  readonly onPoint: (unitId: string | null) => void
}) {
  const { band, size } = props
  const go = useGo()
  const t = useText(structureTexts)
  const say = useSayPeriod()
  const { unit } = band
  const { asOf, other } = useAsOf()
  const { knownOn } = useKnownOn()
  const days = { [asOfKey]: other ? asOf : undefined, [knownOnKey]: knownOn }
  const href = hrefOf(unitPath, { unitId: unit.id }, days)
  const first = band.pieces[0]?.x1 ?? 0
  const last = band.pieces.at(-1)?.x2 ?? first
  const name = unit.stretches.at(-1)?.name ?? t('unit.nameless')
  return (
    <a
      href={href}
      className={classes.unit}
      data-side={band.side}
      data-dim={props.dim || undefined}
      data-invented={unit.illustrative || undefined}
      aria-label={`${name}, ${say(unit.life)}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        void go(href)
      }}
      onMouseEnter={() => props.onPoint(unit.id)}
      onMouseLeave={() => props.onPoint(null)}
      onFocus={() => props.onPoint(unit.id)}
      onBlur={() => props.onPoint(null)}
    >
      <rect
        className={classes.touch}
        x={first}
        y={band.y - size * 1.4}
        width={Math.max(last - first, 12)}
        height={size * 2}
      />
      {unit.illustrative && last > first ? (
        <line className={classes.under} x1={first} x2={last} y1={band.y} y2={band.y} strokeWidth={band.thick} />
      ) : null}
      {band.pieces.map((piece) => (
        <line
          key={piece.x1}
          x1={piece.x1}
          x2={Math.max(piece.x2, piece.x1 + 1)}
          y1={band.y}
          y2={band.y}
          strokeWidth={band.thick}
          strokeDasharray={piece.dotted ? `${size * 0.26} ${size * 0.3}` : undefined}
        />
      ))}
      {props.names.map((label) => (
        <text key={label.key} x={label.x} y={label.y} className={classes.name} paintOrder="stroke">
          {label.lines.map((line, at) => (
            <tspan key={line} x={label.x} dy={at === 0 ? 0 : size * 1.15}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </a>
  )
}

function neighbours(picture: Picture, id: string): ReadonlySet<string> {
  const near = new Set([id])
  for (const curve of picture.curves) {
    if (curve.from === id) near.add(curve.to)
    if (curve.to === id) near.add(curve.from)
  }
  return near
}
