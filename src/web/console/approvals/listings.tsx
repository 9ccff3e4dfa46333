import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { ListedPart, ListingPage } from '../../../cases/listing/listings.contract.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { ClockBar } from '../../kit/clock-bar.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayDay, sayMoment } from '../../words/time.ts'
import { ReviewOf } from '../case/acts/review-form.tsx'
import { useAct } from '../case/use-act.ts'
import { deskKey } from '../desk/use-desk.ts'
import { FormProblem } from '../form-problem.tsx'
import { PressOne } from '../press-one.tsx'
import { useReading } from '../words.ts'

type Shown = 'due' | 'all'

export const listingsId = 'listings'

/** Read again with everything of the desk, so after each act. */
const useListings = (shown: Shown) =>
  useInfiniteQuery({
    queryKey: [...deskKey, 'listings', shown],
    queryFn: ({ pageParam, signal }) =>
      call<ListingPage>(
        'GET',
        withQuery('/api/listings', { all: shown === 'all' ? 'true' : null, after: pageParam }),
        undefined,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })

/** 挂账复查: what has come to its review day, and all that is listed on request. */
export function Listings() {
  const { words } = useReading()
  const { listings: said } = words.approvals
  const [shown, setShown] = useState<Shown>('due')
  const reading = useListings(shown)
  return (
    <section className="approvals__listings" aria-labelledby={listingsId}>
      <h2 id={listingsId}>{said.title}</h2>
      <p className="book__lead">{said.lead}</p>
      <PressOne<Shown>
        label={said.show}
        options={[
          { key: 'due', label: said.due },
          { key: 'all', label: said.all },
        ]}
        value={shown}
        onChoose={setShown}
      />
      <RowPages<ListedPart>
        reading={reading}
        none={<Empty what={shown === 'due' ? said.none : said.noneAtAll} />}
      >
        {(rows) => (
          <div className="approvals__waiting">
            {rows.map((row) => (
              <ListingCard key={`${row.caseId} ${row.unit.id}`} row={row} />
            ))}
          </div>
        )}
      </RowPages>
    </section>
  )
}

function ListingCard({ row }: { row: ListedPart }) {
  const { words, language } = useReading()
  const { approvals } = words
  const { listings: said } = approvals
  const nameOf = useNameOf()
  const id = useId()
  const what = row.summary ?? (row.matter === null ? row.number : nameOf(row.matter))
  return (
    <article className="panel approval" aria-labelledby={id}>
      <h3 id={id}>{said.titleOf(nameOf(row.unit), what)}</h3>
      <p className="approval__where">
        {words.common.facts(
          placeIn(language, row.place),
          row.listedAt === null ? null : said.since(sayMoment(words, row.listedAt, nowMs())),
        )}
      </p>
      {row.condition !== null && <p className="approval__reason">{approvals.waitsFor(row.condition)}</p>}
      <p className={row.due ? 'approval__note' : 'approval__where'}>
        {words.common.facts(said.reviewOn(sayDay(words, row.reviewOn, nowMs())), row.due && said.isDue)}
      </p>
      <ClockBar account={row.account} />
      <Link className="approval__story" to="/cases/$id" params={{ id: row.caseId }}>
        {approvals.story}
      </Link>
      {row.canReview ? <Review row={row} what={what} /> : <p className="approval__where">{said.own}</p>}
    </article>
  )
}

/** Listed on, with a day and a reason; or struck off with one tap, which starts the clock again. */
function Review({ row, what }: { row: ListedPart; what: string }) {
  const { listings: said } = useReading().words.approvals
  const [keeping, setKeeping] = useState(false)
  const unlist = useAct<{ unitId: string }>(row.caseId, 'resume', () => {})
  return (
    <>
      <FormProblem error={unlist.error} />
      <div className="approval__acts">
        <Button
          look="quiet"
          aria-expanded={keeping}
          aria-label={said.keepOf(what)}
          onClick={() => setKeeping(!keeping)}
        >
          {said.keep}
        </Button>
        <Button
          busy={unlist.isPending}
          aria-label={said.unlistOf(what)}
          onClick={() => !unlist.isPending && unlist.mutate({ body: { unitId: row.unit.id } })}
        >
          {said.unlist}
        </Button>
      </div>
      {keeping && (
        <ReviewOf
          caseId={row.caseId}
          unitId={row.unit.id}
          latestReviewOn={row.latestReviewOn}
          onDone={() => setKeeping(false)}
        />
      )}
    </>
  )
}
