import '../approvals/approvals.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Approval } from '../../../cases/approvals.contract.ts'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading } from '../../kit/states.tsx'
import { ApprovalCard } from '../approvals/approval-card.tsx'
import { Listings, listingsId } from '../approvals/listings.tsx'
import { useApprovals } from '../approvals/use-approvals.ts'
import { sayAsked } from '../case/say-asked.ts'
import { useAct } from '../case/use-act.ts'
import { RefusedToDesk, ToDesk } from '../desk/to-desk.tsx'
import { useDeskCounts } from '../desk/use-desk.ts'
import { useReading } from '../words.ts'

interface Decided {
  readonly approval: Approval
  readonly granted: boolean
}

/** What waits for the reader's decision, one card a request; what was decided just now stands below and can be taken back. */
export default function ApprovalsPage() {
  const { approvals: said } = useReading().words
  const [decided, setDecided] = useState<readonly Decided[]>([])
  const list = useRef<HTMLDivElement>(null)
  useTitle(said.title)
  // The card that was decided is gone, and the focus with it: the next one takes it.
  useEffect(() => {
    if (decided.length > 0) list.current?.querySelector<HTMLElement>('.approval, .state')?.focus()
  }, [decided.length])
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useApprovals()
  if (data === undefined)
    return error === null ? <Loading /> : <RefusedToDesk error={error} onRetry={() => void refetch()} />
  const gone = new Set(decided.map(({ approval }) => approval.requestId))
  const rows = data.pages.flatMap((page) => page.rows).filter(({ requestId }) => !gone.has(requestId))
  return (
    <div className="approvals" ref={list}>
      <h1>{said.title}</h1>
      <ReviewsDue />
      {rows.length === 0 ? (
        <Empty what={said.none} next={said.noneNext}>
          <ToDesk />
        </Empty>
      ) : (
        <div className="approvals__waiting">
          {rows.map((approval) => (
            <ApprovalCard
              key={approval.requestId}
              approval={approval}
              onDecided={(granted) => setDecided((before) => [{ approval, granted }, ...before])}
            />
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <Pager
          shown={rows.length}
          count={hasNextPage ? said.more(rows.length) : said.count(rows.length)}
          hasMore={hasNextPage}
          busy={isFetchingNextPage}
          onMore={() => void fetchNextPage()}
        />
      )}
      <Listings />
      {decided.length > 0 && (
        <section aria-label={said.done}>
          <h2>{said.done}</h2>
          <ul className="approvals__done">
            {decided.map((one) => (
              <DecidedLine key={one.approval.requestId} {...one} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The reviews stand below what waits: whoever has some is told at the top. */
function ReviewsDue() {
  const { listings: said } = useReading().words.approvals
  const due = useDeskCounts(undefined).data?.reviewsDue ?? 0
  if (due === 0) return null
  return (
    <p className="approvals__due">
      <a href={`#${listingsId}`}>{said.dueCount(due)}</a>
    </p>
  )
}

function DecidedLine({ approval, granted }: Decided) {
  const { words, language } = useReading()
  const { approvals: said } = words
  const [undone, setUndone] = useState(false)
  const act = useAct<object>(approval.caseId, 'resume', () => setUndone(true))
  const asked = sayAsked(words, language, approval)
  // The rules know a way back from what stops the clock, and from nothing else.
  const canGoBack = granted && (approval.kind === 'pause' || approval.kind === 'listing')
  return (
    <li>
      <Link to="/cases/$id" params={{ id: approval.caseId }}>
        {approval.arbitration ? said.settled(asked) : granted ? said.granted(asked) : said.refused(asked)}
      </Link>
      {undone && <p>{said.undone}</p>}
      {canGoBack && !undone && (
        <button
          type="button"
          className="text-button"
          onClick={() => !act.isPending && act.mutate({ body: {} })}
        >
          {said.undo}
        </button>
      )}
    </li>
  )
}
