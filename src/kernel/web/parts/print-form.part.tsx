import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { texts } from '../kernel.text.ts'
import { useText } from '../language.ts'
import { PrintIcon } from './icons.tsx'
import classes from './print-form.module.css'

/** What a sheet for printing takes. The words on the paper are the paper's own: they come from the screen, in Vietnamese. */
export interface PrintFormProps {
  readonly children: ReactNode
  /** The head of an official paper. */
  readonly head?: {
    /** The superior and the organ that writes: ["ĐẢNG UỶ CƠ QUAN KHẢO SÁT", "ĐẢNG UỶ CỤC LƯU VỰC"]. */
    readonly organ: readonly string[]
    /** "Số 12-BC/ĐU". */
    readonly symbol?: string
    /** "Hà Nội, ngày 15 tháng 01 năm 2024". */
    readonly placeAndDate?: string
    /** "BÁO CÁO". */
    readonly kind?: string
    /** What it is about. */
    readonly about?: string
  }
  /** The foot: recipients at the left, who signs at the right. */
  readonly foot?: {
    readonly recipients?: readonly string[]
    /** "T/M ĐẢNG UỶ", "BÍ THƯ". */
    readonly capacity?: readonly string[]
    readonly signer?: string
  }
  readonly landscape?: boolean
  /** Leads back to the screen. */
  readonly onClose?: () => void
}

/** A sheet as it will be printed: Times-metric serif, A4, the Party's own head and foot where given. */
export function PrintForm({ children, head, foot, landscape, onClose }: PrintFormProps) {
  const t = useText(texts)
  return (
    <div className={classes.around}>
      <div className={`${classes.tools} no-print`}>
        <Button variant="filled" leftSection={<PrintIcon />} onClick={() => window.print()}>
          {t('print.print')}
        </Button>
        {onClose ? <Button onClick={onClose}>{t('print.close')}</Button> : null}
      </div>
      <article lang="vi" className={classes.paper} data-landscape={landscape || undefined}>
        {head ? (
          <header>
            <div className={classes.top}>
              <div>
                {head.organ.map((name, at) => (
                  <div key={name} data-own={at === head.organ.length - 1 || undefined}>
                    {name}
                  </div>
                ))}
                <div>*</div>
                {head.symbol ? <div>{head.symbol}</div> : null}
              </div>
              <div>
                <b className={classes.party}>ĐẢNG CỘNG SẢN VIỆT NAM</b>
                {head.placeAndDate ? <i>{head.placeAndDate}</i> : null}
              </div>
            </div>
            {head.kind ? <h1>{head.kind}</h1> : null}
            {head.about ? <p className={classes.about}>{head.about}</p> : null}
            {head.kind ? <p className={classes.rule}>-----</p> : null}
          </header>
        ) : null}
        {children}
        {foot ? (
          <footer className={classes.foot}>
            <div>
              {foot.recipients?.length ? (
                <>
                  <u>Nơi nhận:</u>
                  {foot.recipients.map((recipient) => (
                    <div key={recipient}>- {recipient}</div>
                  ))}
                </>
              ) : null}
            </div>
            <div className={classes.signature}>
              {foot.capacity?.map((line) => (
                <b key={line}>{line}</b>
              ))}
              {foot.signer ? <b className={classes.signer}>{foot.signer}</b> : null}
            </div>
          </footer>
        ) : null}
      </article>
    </div>
  )
}
