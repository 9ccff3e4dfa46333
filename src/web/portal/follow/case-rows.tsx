import '../../shared/rows.css'
import { Link } from '@tanstack/react-router'
import { isToRate } from '../../../cases/rating.contract.ts'
import type { CaseRow, FollowedCase } from '../../../cases/story.contract.ts'
import { tongueOf } from '../../../kernel/tongue.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { NumberSaid } from '../../shared/number-said.tsx'
import type { KeptReceipt } from '../../shared/receipts.ts'
import { ResidentLight } from '../../shared/resident-light.tsx'
import { sayDue } from '../../words/time.ts'

/** The reporter's own first words, as far as they fit a line. */
export const beginningOf = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 24 ? `${line.slice(0, 24)}…` : line
}

/** The date that matters now: of the first answer until a unit has the case, of the result from then on. */
export const dueOf = (found: FollowedCase): string | null =>
  found.dueAt ?? (found.stage === 'accepted' || found.stage === 'screened' ? found.responseDueAt : null)

/** A case of which this phone keeps the receipt. Without network it is still there by its number. */
export function ReceiptRow({ receipt }: { receipt: KeptReceipt }) {
  const words = useWords()
  const { data, error } = useRead<FollowedCase>('/api/follow', { receipt: receipt.code })
  const nameOf = useNameOf()
  // What somebody wrote about themselves is no title: it stands below, small.
  const title = data && (data.matter ? nameOf(data.matter) : words.follow.unscreened)
  return (
    <li>
      <Link className={data || error ? 'row' : 'row row--coming'} to={`/follow/${receipt.number}`}>
        <span className="row__head">
          <span className="row__title">
            {title ?? <NumberSaid said={words.follow.about(receipt.number)} number={receipt.number} />}
          </span>
          {data && <ResidentLight light={data.account.light} stage={data.stage} dueAt={dueOf(data)} />}
        </span>
        {data?.words && <small {...tongueOf(data.words)}>{beginningOf(data.words)}</small>}
        {data && isToRate(data) && <small>{words.portal.mine.toRate}</small>}
        {data && !isToRate(data) && <small>{words.cases.publicStages[data.stage]}</small>}
        {error && (
          <small>{words.report.receipt.firstAnswer(sayDue(words, receipt.responseDueAt, nowMs()))}</small>
        )}
      </Link>
    </li>
  )
}

/** A case of the reader's account. */
export function AccountCaseRow({ row }: { row: CaseRow }) {
  const words = useWords()
  const nameOf = useNameOf()
  const title = row.summary ?? (row.matter ? nameOf(row.matter) : words.follow.about(row.number))
  return (
    <li>
      <Link className="row" to={`/my/${row.id}`}>
        <span className="row__head">
          <span className="row__title" {...tongueOf(title)}>
            {title}
          </span>
          <ResidentLight light={row.light} stage={row.stage} dueAt={row.dueAt} />
        </span>
        <small>{words.cases.publicStages[row.stage]}</small>
      </Link>
    </li>
  )
}
