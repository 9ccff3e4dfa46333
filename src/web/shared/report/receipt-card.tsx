import './receipt.css'
import type { ReactNode } from 'react'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayDue, sayMoment } from '../../words/time.ts'
import { QrPicture } from '../qr-picture.tsx'
import type { KeptReceipt } from '../receipts.ts'

/** A receipt: number, code, and the day by which the first answer comes; to keep, copy or print. */
export function ReceiptCard({
  receipt,
  heading,
  note,
  children,
}: {
  receipt: KeptReceipt
  heading: string
  /** What becomes of the code, where it is not kept on this phone. */
  note?: string
  children: ReactNode
}) {
  const words = useWords()
  const { receipt: said } = words.report
  const say = useSay()
  const now = nowMs()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt.code)
      say(said.copied)
    } catch {
      // Old phones and plain addresses have no clipboard: the code can still be held and copied.
      say(said.copyFailed)
    }
  }
  return (
    <div className="receipt">
      <h1>{heading}</h1>
      <Card>
        <p className="receipt__answer">{said.firstAnswer(sayDue(words, receipt.responseDueAt, now))}</p>
        <dl className="receipt__facts">
          <dt>{said.code}</dt>
          <dd className="receipt__code">{receipt.code}</dd>
          <dt>{said.number}</dt>
          <dd>{receipt.number}</dd>
          <dt>{said.acceptedAt}</dt>
          <dd>{sayMoment(words, receipt.acceptedAt, now)}</dd>
        </dl>
        <QrPicture text={`${window.location.origin}/follow#${receipt.code}`} alt={said.scan} />
        <p>
          <small>{said.codeWhy}</small>
        </p>
        <p>
          <small>{said.howTo(window.location.host)}</small>
        </p>
        <div className="receipt__acts no-print">
          <Button look="quiet" onClick={copy}>
            {said.copy}
          </Button>
          <Button look="quiet" onClick={() => window.print()}>
            {said.print}
          </Button>
        </div>
      </Card>
      <p className="no-print receipt__kept">
        <small>{note ?? said.keptHere}</small>
      </p>
      <div className="receipt__next no-print">{children}</div>
    </div>
  )
}
