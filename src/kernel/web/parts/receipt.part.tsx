import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { texts } from '../kernel.text.ts'
import { useFormats, useText } from '../language.ts'
import { CheckIcon } from './icons.tsx'
import classes from './receipt.module.css'

/** What a receipt says. */
export interface ReceiptProps {
  /** What was done: "Đã gửi báo cáo tháng 11/2023". */
  readonly title: string
  readonly number: string
  /** The moment, as an ISO instant. */
  readonly at: string
  readonly to: ReactNode
  /** Takes it back; possible until it is taken in. */
  readonly onRecall?: () => void
  readonly recalling?: boolean
  /** When the recipient took it in, as an ISO instant. */
  readonly takenAt?: string | null
  readonly children?: ReactNode
}

/** After sending: the number and the minute, to whom, and the way back until it is taken in. */
export function Receipt(props: ReceiptProps) {
  const t = useText(texts)
  const format = useFormats()
  return (
    <div className={`${classes.receipt} sheet padded`} role="status">
      <div className={classes.head}>
        <CheckIcon size="1.4em" />
        <b>{props.title}</b>
      </div>
      <dl className="facts">
        <dt>{t('receipt.number')}</dt>
        <dd>
          <b>{props.number}</b>
        </dd>
        <dt>{t('receipt.at')}</dt>
        <dd>{format.moment(props.at)}</dd>
        <dt>{t('receipt.to')}</dt>
        <dd>{props.to}</dd>
      </dl>
      {props.children}
      {props.takenAt ? <p>{t('receipt.taken', { time: format.moment(props.takenAt) })}</p> : null}
      {props.onRecall && !props.takenAt ? (
        <div className={`${classes.recall} no-print`}>
          <Button onClick={props.onRecall} loading={props.recalling ?? false}>
            {t('receipt.recall')}
          </Button>
          <span className="soft small">{t('receipt.recallNote')}</span>
        </div>
      ) : null}
    </div>
  )
}
