import './receipt-slip.css'
import type { ReactNode } from 'react'
import { useWords } from '../../preferences.tsx'
import { sayDueOnPaper, sayMomentOnPaper } from '../../words/time.ts'
import { QrPicture } from '../qr-picture.tsx'
import type { KeptReceipt } from '../receipts.ts'

/** Where a receipt is followed; what stands after the # is never sent or logged. */
export const followAddress = (code: string): string => `${window.location.origin}/follow#${code}`

/**
 * A receipt on paper, for whoever has no telephone: the same from a phone, from a desk, and at the foot of the paper
 * form, where it is blank and filled in by hand.
 */
export function ReceiptSlip({ receipt, desk }: { receipt: KeptReceipt | null; desk?: string | undefined }) {
  const words = useWords()
  const { slip, receipt: said } = words.report
  return (
    <section className="slip">
      <h2 className="slip__title">{slip.title}</h2>
      <div className="slip__body">
        <dl className="slip__facts">
          <Fact name={said.number}>{receipt?.number}</Fact>
          <Fact name={said.code} large>
            {receipt?.code}
          </Fact>
          <Fact name={said.acceptedAt}>{receipt && sayMomentOnPaper(words, receipt.acceptedAt)}</Fact>
          <Fact name={slip.answerBy}>{receipt && sayDueOnPaper(words, receipt.responseDueAt)}</Fact>
          <Fact name={slip.desk}>{desk}</Fact>
        </dl>
        <div className="slip__qr">
          <QrPicture
            text={receipt === null ? `${window.location.origin}/follow` : followAddress(receipt.code)}
            alt={said.scan}
          />
        </div>
      </div>
      <ol className="slip__ways">
        {slip.ways(window.location.host).map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ol>
      <p className="slip__keep">{slip.keep}</p>
    </section>
  )
}

/** A fact, or the line on which it is written by hand. */
function Fact({ name, large = false, children }: { name: string; large?: boolean; children: ReactNode }) {
  return (
    <div className={large ? 'slip__fact slip__fact--large' : 'slip__fact'}>
      <dt>{name}</dt>
      <dd>{children ?? <span className="slip__blank" />}</dd>
    </div>
  )
}
