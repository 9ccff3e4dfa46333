import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
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
  const { follow, common } = useWords()
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
        <Dialog
          title={follow.forgetAsk}
          onClose={() => setAsking(false)}
          acts={
            <>
              <Button look="danger" onClick={forget}>
                {follow.forget}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {common.actions.cancel}
              </Button>
            </>
          }
        >
          <span>{follow.forgetNext}</span>
        </Dialog>
      )}
    </div>
  )
}
