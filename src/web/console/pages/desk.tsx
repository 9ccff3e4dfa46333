import '../desk/desk.css'
import { Link, Navigate, useSearch } from '@tanstack/react-router'
import { Grid } from 'antd'
import { useRef } from 'react'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { Emergencies } from '../../shared/emergencies.tsx'
import { CaseView } from '../case/case-view.tsx'
import { DeskFilters } from '../desk/desk-filters.tsx'
import { NumberSearch } from '../desk/number-search.tsx'
import { QueueList, QueueTable } from '../desk/queue-table.tsx'
import { QueueTabs } from '../desk/queue-tabs.tsx'
import { type DeskSearch, type Queue, queuesOf, readDeskSearch } from '../desk/queues.ts'
import { useQueue } from '../desk/use-desk.ts'
import { useDeskKeys } from '../desk/use-desk-keys.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** Where staff start: what waits for them, and the case that is open. */
export default function DeskPage() {
  const search = readDeskSearch(useSearch({ strict: false }))
  const queues = queuesOf(useSignedIn())
  const first = queues[0]
  const wide = Grid.useBreakpoint().lg ?? true
  if (first === undefined) return <Navigate to="/matters" replace />
  const queue = search.queue !== undefined && queues.includes(search.queue) ? search.queue : first
  if (!wide && search.case !== undefined) return <CaseOnPhone id={search.case} search={search} />
  return <Desk queues={queues} queue={queue} search={{ ...search, queue }} wide={wide} />
}

function CaseOnPhone({ id, search }: { id: string; search: DeskSearch }) {
  const { desk } = useWords().console
  const { case: _, ...list } = search
  return (
    <>
      <h1 className="unseen">{desk.openCase}</h1>
      <p className="back">
        <Link to="/desk" search={list}>
          {desk.backToList}
        </Link>
      </p>
      <CaseView id={id} />
    </>
  )
}

function Desk({
  queues,
  queue,
  search,
  wide,
}: {
  queues: readonly Queue[]
  queue: Queue
  search: DeskSearch
  wide: boolean
}) {
  const { desk } = useWords().console
  const me = useSignedIn()
  const list = useRef<HTMLElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useDeskKeys(list, box)
  useTitle(desk.queues[queue])
  const split = wide && search.case !== undefined
  return (
    <>
      <h1 className="unseen">{desk.title}</h1>
      <div className="desk-bar">
        <QueueTabs queues={queues} open={queue} search={search} />
        <NumberSearch box={box} />
      </div>
      {mayDo(me, 'alert.see') && (
        <div className="desk-emergencies">
          <Emergencies />
        </div>
      )}
      <DeskFilters search={search} />
      <div className={split ? 'split' : undefined}>
        <section ref={list} className="split__list" aria-label={desk.queues[queue]}>
          <QueueRows queue={queue} search={search} asTable={wide && !split} />
        </section>
        {split && search.case !== undefined && (
          <section className="split__case" aria-label={desk.openCase}>
            <CaseView key={search.case} id={search.case} />
          </section>
        )}
      </div>
      {wide && <p className="desk-keys">{desk.keys}</p>}
    </>
  )
}

function QueueRows({ queue, search, asTable }: { queue: Queue; search: DeskSearch; asTable: boolean }) {
  const { desk } = useWords().console
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useQueue(search, queue)
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.rows)
  const filtered = Boolean(search.light ?? search.matter ?? search.area)
  if (rows.length === 0)
    return filtered ? (
      <Empty what={desk.noneFiltered} next={desk.noneFilteredNext}>
        <Link to="/desk" search={{ queue }}>
          {desk.clearFilters}
        </Link>
      </Empty>
    ) : (
      <Empty what={desk.none} next={desk.noneNext[queue]} />
    )
  const Rows = asTable ? QueueTable : QueueList
  return (
    <>
      <Rows rows={rows} search={search} label={desk.queues[queue]} />
      <Pager
        shown={rows.length}
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  )
}
