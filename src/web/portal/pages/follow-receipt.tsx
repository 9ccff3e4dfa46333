import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { buttonClass } from '../../kit/button.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { forgetReceipt, useReceipts } from '../../shared/receipts.ts'
import { OwnCasePage } from '../follow/own-case-page.tsx'

/** An own case by the receipt that this phone keeps. */
export default function FollowReceiptPage() {
  const { report, faces } = useWords()
  const { number } = useParams({ strict: false })
  const receipt = useReceipts().find((kept) => kept.number === number)
  if (receipt === undefined)
    return (
      <Empty wholePage what={report.receipt.missing} next={report.receipt.missingNext}>
        <Link to="/follow" className={buttonClass()}>
          {faces.portal.tabs.follow}
        </Link>
      </Empty>
    )
  return (
    <>
      <OwnCasePage way={{ receipt: receipt.code }} />
      <ReceiptFoot number={receipt.number} code={receipt.code} />
    </>
  )
}

function ReceiptFoot({ number, code }: { number: string; code: string }) {
  const { follow } = useWords()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const forget = async () => {
    await navigate({ to: '/follow' })
    forgetReceipt(number)
  }
  return (
    <div className="no-print link-row">
      <Link className="more-link" to={`/receipt/${number}`}>
        {follow.seeReceipt(code)}
      </Link>
      <button type="button" className="link-button" onClick={() => setAsking(true)}>
        {follow.forget}
      </button>
      {asking && (
        <ConfirmDialog
          title={follow.forgetAsk}
          onClose={() => setAsking(false)}
          label={follow.forget}
          look="danger"
          onConfirm={forget}
        >
          <span>{follow.forgetNext}</span>
        </ConfirmDialog>
      )}
    </div>
  )
}
