import classes from './compare.module.css'
import { type KeyPlace, leading, type PictureText } from './picture-words.rules.ts'

/** What a bar stands for; the sign of the key looks the same. */
export type BarSide = 'total' | 'came' | 'went' | 'then' | 'now' | 'gone'

/** A sign of the key: a bar, or the star of figures that count invented units. */
export type KeyMark = BarSide | 'star'

/** Strokes across, for what is taken away: told by more than its colour. Stands once in every picture. */
export function Hatch() {
  return (
    <defs>
      <pattern id="gach-cheo" className={classes.hatch} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" />
        <path d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" />
      </pattern>
    </defs>
  )
}

/** The words of a picture, with a rim of paper so that no line runs through them. */
export function Words({ texts, size }: { readonly texts: readonly PictureText[]; readonly size: number }) {
  return (
    <>
      {texts.map((text) => (
        <text key={text.key} x={text.x} y={text.y} textAnchor={text.anchor} data-tone={text.tone} paintOrder="stroke">
          {text.lines.map((line, at) => (
            <tspan key={line} x={text.x} dy={at === 0 ? 0 : size * leading}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </>
  )
}

/** The key of a picture, in the picture itself so that a saved one explains itself. */
export function PictureKey({ places, size }: { readonly places: readonly KeyPlace<KeyMark>[]; readonly size: number }) {
  return (
    <>
      {places.map(({ mark, words, x, y }) => (
        <g key={mark}>
          {mark === 'star' ? (
            <text x={x + size * 0.4} y={y} data-tone="figure" paintOrder="stroke">
              *
            </text>
          ) : (
            <rect
              className={classes.bar}
              data-side={mark}
              x={x + 0.5}
              y={y - size * 0.8}
              width={size * 1.1}
              height={size * 0.9}
            />
          )}
          <text x={x + size * 1.6} y={y} data-tone="note" paintOrder="stroke">
            {words}
          </text>
        </g>
      ))}
    </>
  )
}
