import { Link, useParams } from '@tanstack/react-router'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useReceipts } from '../../shared/receipts.ts'
import { ReceiptCard } from '../../shared/report/receipt-card.tsx'

/** The receipt of what was just reported: printed or read out to the person for whom it was. */
export default function FieldReceiptPage() {
  const { report, faces } = useWords()
  useTitle(report.receipt.title)
  const { number } = useParams({ strict: false })
  const receipt = useReceipts().find((kept) => kept.number === number)
  const home = (
    <Link to="/" className={buttonClass({ look: 'quiet', wide: true })}>
      {faces.field.tabs.today}
    </Link>
  )
  if (receipt === undefined)
    return (
      <Empty wholePage what={report.receipt.missing} next={report.receipt.missingNext}>
        {home}
      </Empty>
    )
  return (
    <ReceiptCard receipt={receipt} heading={report.receipt.title}>
      <Link to="/report" className={buttonClass({ wide: true })}>
        {report.receipt.another}
      </Link>
      {home}
    </ReceiptCard>
  )
}
