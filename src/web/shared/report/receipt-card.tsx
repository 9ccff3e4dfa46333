import './receipt.css'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { FollowedCase } from '../../../cases/story.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { sayDue, sayMoment } from '../../words/time.ts'
import { nameIn } from '../names.ts'
import { QrPicture } from '../qr-picture.tsx'
import type { KeptReceipt } from '../receipts.ts'
import { followAddress, ReceiptSlip } from './receipt-slip.tsx'

// Fetched when somebody wants the picture: most receipts are only looked at.
const AsPicture = lazy(async () => ({ default: (await import('./receipt-picture.tsx')).ReceiptAsPicture }))

interface ReceiptCardProps {
  readonly receipt: KeptReceipt
  readonly heading: string
  /** What becomes of the code, where it is not kept on this phone. */
  readonly note?: string
  readonly children: ReactNode
}

/** A receipt: number, code, and the day by which the first answer comes; to keep, copy, print or save as a picture. */
export function ReceiptCard({ receipt, heading, note, children }: ReceiptCardProps) {
  const words = useWords()
  const { language } = usePreferences()
  const { receipt: said } = words.report
  // Who reads it is known to the server alone. Without network the receipt is whole all the same.
  const { data } = useRead<FollowedCase>('/api/follow', { receipt: receipt.code })
  const desk = data && nameIn(language, data.desk)
  const now = nowMs()
  return (
    <>
      <div className="receipt no-print">
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
          <QrPicture text={followAddress(receipt.code)} alt={said.scan} />
          <p>
            <small>{said.codeWhy}</small>
          </p>
          <ReceiptActs receipt={receipt} desk={desk} />
        </Card>
        {(data === undefined || data.stage === 'accepted') && <WhatNext desk={desk} />}
        <p className="receipt__kept">
          <small>{note ?? said.keptHere}</small>
        </p>
        <div className="receipt__next">{children}</div>
      </div>
      <div className="only-print">
        <ReceiptSlip receipt={receipt} desk={desk} />
      </div>
    </>
  )
}

function WhatNext({ desk }: { desk: string | undefined }) {
  const { next } = useWords().report.receipt
  return (
    <Card title={next.title}>
      <ol className="receipt__steps">
        <li>{desk === undefined ? next.read : next.readBy(desk)}</li>
        <li>{next.follow}</li>
        <li>{next.rate}</li>
      </ol>
    </Card>
  )
}

function ReceiptActs({ receipt, desk }: { receipt: KeptReceipt; desk: string | undefined }) {
  const { receipt: said, picture } = useWords().report
  const say = useSay()
  const [asPicture, setAsPicture] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(
        said.inWords(receipt.number, receipt.code, followAddress(receipt.code)),
      )
      say(said.copied)
    } catch {
      // Old phones and plain addresses have no clipboard: the code can still be held and copied.
      say(said.copyFailed)
    }
  }
  return (
    <>
      <div className="receipt__acts">
        {!asPicture && (
          <Button look="quiet" onClick={() => setAsPicture(true)}>
            {picture.make}
          </Button>
        )}
        <Button look="quiet" onClick={copy}>
          {said.copy}
        </Button>
        <Button look="quiet" onClick={() => window.print()}>
          {said.print}
        </Button>
      </div>
      {asPicture && (
        <Suspense fallback={<p role="status">{picture.drawing}</p>}>
          <AsPicture receipt={receipt} desk={desk} />
        </Suspense>
      )}
    </>
  )
}
