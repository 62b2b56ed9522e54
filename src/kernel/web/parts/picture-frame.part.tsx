import { ActionIcon, Menu, SegmentedControl } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { saveFile } from './csv.ts'
import { DownloadIcon } from './icons.tsx'
import { pngOf, svgText } from './picture-file.ts'
import classes from './picture-frame.module.css'

/** What a picture takes. */
export interface PictureFrameProps {
  readonly title: string
  /** What it shows in one sentence; read by a screen reader with the picture. */
  readonly description?: ReactNode
  /** The picture: one `<svg>` with a `viewBox`. Colours by tokens; they are written out when it is saved. */
  readonly children: ReactNode
  /** The same content as a table, one click away. */
  readonly table: ReactNode
  /** Name of a saved file, without its ending. */
  readonly name: string
}

/** The frame of every picture: its title, its table one click away, saving as SVG or PNG. */
export function PictureFrame(props: PictureFrameProps) {
  const t = useText(texts)
  const id = useId()
  const [shown, setShown] = useState<'picture' | 'table'>('picture')
  const box = useRef<HTMLDivElement>(null)

  async function save(kind: 'svg' | 'png'): Promise<void> {
    const svg = box.current?.querySelector('svg')
    if (!svg) return
    const text = svgText(svg, props.title)
    if (kind === 'svg') saveFile(`${props.name}.svg`, text, 'image/svg+xml')
    else saveFile(`${props.name}.png`, await pngOf(text, svg))
  }

  return (
    <figure className={`${classes.frame} sheet`} aria-labelledby={id}>
      <figcaption>
        <div>
          <h3 id={id}>{props.title}</h3>
          {props.description ? <p>{props.description}</p> : null}
        </div>
        <div className={`${classes.tools} no-print`}>
          <SegmentedControl
            size="xs"
            value={shown}
            onChange={(value) => setShown(value === 'table' ? 'table' : 'picture')}
            data={[
              { value: 'picture', label: t('picture.picture') },
              { value: 'table', label: t('picture.table') },
            ]}
          />
          {shown === 'picture' ? (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon size="lg" aria-label={t('picture.save')}>
                  <DownloadIcon />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => void save('svg')}>{t('picture.svg')}</Menu.Item>
                <Menu.Item onClick={() => void save('png')}>{t('picture.png')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          ) : null}
        </div>
      </figcaption>
      {shown === 'picture' ? (
        <div ref={box} className={classes.box}>
          {props.children}
        </div>
      ) : (
        <div className={classes.table}>{props.table}</div>
      )}
    </figure>
  )
}
