import { Link, useParams } from '@tanstack/react-router'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useReceipts } from '../../shared/receipts.ts'
import { ReceiptCard } from '../../shared/report/receipt-card.tsx'

export default function ReceiptPage() {
  const { receipt: said } = useWords().report
  const { faces } = useWords()
  useTitle(said.title)
  const { number } = useParams({ strict: false })
  const receipt = useReceipts().find((kept) => kept.number === number)
  if (receipt === undefined)
    return (
      <Empty wholePage what={said.missing} next={said.missingNext}>
        <Link to="/follow" className={buttonClass()}>
          {faces.portal.tabs.follow}
        </Link>
      </Empty>
    )
  return (
    <ReceiptCard receipt={receipt} heading={said.title}>
      <Link to={`/follow/${receipt.number}`} className={buttonClass({ wide: true })}>
        {said.follow}
      </Link>
      <Link to="/report" className={buttonClass({ look: 'quiet', wide: true })}>
        {said.another}
      </Link>
    </ReceiptCard>
  )
}
