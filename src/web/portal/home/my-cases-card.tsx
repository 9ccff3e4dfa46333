import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import type { DeskPage } from '../../../cases/story.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useReceipts } from '../../shared/receipts.ts'
import { MyCaseRow } from './my-case-row.tsx'

const MOST = 3

/** What became of the reader's own reports: those kept on this phone and, signed in, those of the account. */
export function MyCasesCard() {
  const { mine } = useWords().portal
  const receipts = useReceipts()
  const { data: me } = useRead<Me>('/api/me')
  const isResident = me?.account?.kind === 'resident'
  const reading = useRead<DeskPage>(isResident ? '/api/my/cases?limit=10' : null)
  const { data: account } = reading
  const here = new Set(receipts.map(({ number }) => number))
  const others = account?.rows.filter(({ number }) => !here.has(number)) ?? []
  const none = receipts.length === 0 && others.length === 0
  return (
    <Card
      title={mine.title}
      more={
        <Link className="more-link" to="/follow">
          {none ? mine.enterCode : mine.all}
        </Link>
      }
    >
      {none && isResident ? (
        // Nothing is said of an account that could not be read.
        <Shown reading={reading}>{() => <EmptyCard what={mine.none} next={mine.noneNext} />}</Shown>
      ) : none ? (
        <EmptyCard what={mine.none} next={mine.noneNext} />
      ) : (
        <ul className="rows">
          {receipts.slice(0, MOST).map((receipt) => (
            <MyCaseRow
              key={receipt.number}
              way={{ receipt: receipt.code }}
              to={`/follow/${receipt.number}`}
              receipt={receipt}
            />
          ))}
          {others.slice(0, Math.max(0, MOST - receipts.length)).map((row) => (
            <MyCaseRow key={row.id} way={{ caseId: row.id }} to={`/my/${row.id}`} />
          ))}
        </ul>
      )}
    </Card>
  )
}
