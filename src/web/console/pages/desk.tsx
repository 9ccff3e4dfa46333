import '../desk/desk.css'
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { Grid } from 'antd'
import { useRef } from 'react'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { Emergencies } from '../../shared/emergencies.tsx'
import { nameIn } from '../../shared/names.ts'
import { bulkActsOf } from '../bulk/bulk-acts.ts'
import { BulkBar } from '../bulk/bulk-bar.tsx'
import { CaseView } from '../case/case-view.tsx'
import { DeskFilters } from '../desk/desk-filters.tsx'
import { EmergencyLine } from '../desk/emergency-line.tsx'
import { Instructions } from '../desk/instructions.tsx'
import { KeysSheet, useKeysSheet } from '../desk/keys-sheet.tsx'
import { Narrowing } from '../desk/narrowing.tsx'
import { NumberSearch } from '../desk/number-search.tsx'
import { QueueList, QueueTable } from '../desk/queue-table.tsx'
import { QueueTabs } from '../desk/queue-tabs.tsx'
import {
  type DeskSearch,
  deskQuery,
  deskViews,
  filtersIn,
  isFiltered,
  type Queue,
  queuesOf,
  readDeskSearch,
  unfiltered,
} from '../desk/queues.ts'
import { type Selection, useSelection } from '../desk/selection.ts'
import { useQueue } from '../desk/use-desk.ts'
import { useDeskKeys } from '../desk/use-desk-keys.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { ExportSheet } from '../views/export-sheet.tsx'
import { SavedViews } from '../views/saved-views.tsx'
import { useReading } from '../words.ts'

/** Where staff start: what waits for them, and the case that is open. */
export default function DeskPage() {
  const search = readDeskSearch(useSearch({ strict: false }))
  const queues = queuesOf(useSignedIn())
  const first = queues[0]
  const { largeType } = usePreferences()
  // In large type a desk is read like a phone, one thing after another: side by side its words would break in pieces.
  const wide = (Grid.useBreakpoint().lg ?? true) && !largeType
  if (first === undefined) return <Navigate to="/matters" replace />
  const queue = search.queue !== undefined && queues.includes(search.queue) ? search.queue : first
  if (!wide && search.case !== undefined) return <CaseOnPhone id={search.case} search={search} />
  return <Desk queues={queues} queue={queue} search={{ ...search, queue }} wide={wide} />
}

function CaseOnPhone({ id, search }: { id: string; search: DeskSearch }) {
  const { desk } = useReading().words.console
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
  const { words, language } = useReading()
  const { desk } = words.console
  const me = useSignedIn()
  const asked = useQueue(search, queue)
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  const mayChoose = bulkActsOf(me, queue).length > 0
  const asks = deskQuery(search, queue, null)
  const selection = useSelection(asks, rows)
  const { list, box, sheet } = useKeysOf(search, selection, mayChoose)
  const { case: openCase } = search
  useTitle(desk.queues[queue])
  const split = wide && openCase !== undefined
  const unit = rows.find((row) => row.unit?.id === search.unit)?.unit
  return (
    <>
      <h1 className="unseen">{desk.title}</h1>
      <div className="desk-bar">
        <QueueTabs queues={queues} open={queue} search={search} />
        <NumberSearch box={box} />
      </div>
      {mayDo(me, 'alert.see') && (
        <div className="desk-emergencies">{wide ? <Emergencies as={EmergencyLine} /> : <Emergencies />}</div>
      )}
      <Instructions />
      <Narrowing
        what={words.consoleDesk.filters.fold}
        folded={!wide || split}
        open={!wide && isFiltered(search)}
        used={filtersIn(search)}
      >
        <DeskFilters search={search} unitName={unit ? nameIn(language, unit) : null} />
        <DeskViews search={search} asks={asks} />
      </Narrowing>
      <div className={split ? 'split' : undefined}>
        <section ref={list} className="split__list" aria-label={desk.queues[queue]}>
          <QueueRows
            queue={queue}
            search={search}
            asTable={wide && !split}
            asked={asked}
            selection={mayChoose ? selection : null}
          />
          {mayChoose && <BulkBar queue={queue} rows={rows} selection={selection} />}
        </section>
        {split && (
          <section className="split__case" aria-label={desk.openCase}>
            <CaseView key={openCase} id={openCase} />
          </section>
        )}
      </div>
      {wide && (
        <div className="desk-keys">
          <KeysSheet {...sheet} />
        </div>
      )}
    </>
  )
}

/** Kept views of the desk, and what it shows as a sheet. */
function DeskViews({ search, asks }: { search: DeskSearch; asks: string }) {
  const { language } = useReading()
  return (
    <SavedViews of={deskViews} search={search} asks>
      <ExportSheet asks={`/api/desk/export?${asks}&language=${language}`} />
    </SavedViews>
  )
}

/** The keys of the desk, bound to its list, its search and its choice. */
function useKeysOf(search: DeskSearch, selection: Selection, mayChoose: boolean) {
  const list = useRef<HTMLElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const navigate = useNavigate()
  const sheet = useKeysSheet()
  const { case: openCase, ...withoutCase } = search
  useDeskKeys({
    list,
    search: box,
    onChoose: (id, through) => {
      if (mayChoose) selection.toggle(id, through)
    },
    onOpenBeside: (id) => window.open(`/console/cases/${id}`, '_blank', 'noopener'),
    onEscape: () => {
      if (selection.ids.size > 0) selection.clear()
      else if (openCase !== undefined) void navigate({ to: '/desk', search: withoutCase })
    },
    onHelp: sheet.onOpen,
  })
  return { list, box, sheet }
}

function QueueRows({
  queue,
  search,
  asTable,
  asked,
  selection,
}: {
  queue: Queue
  search: DeskSearch
  asTable: boolean
  asked: ReturnType<typeof useQueue>
  selection: Selection | null
}) {
  const { desk } = useReading().words.console
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = asked
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0)
    return isFiltered(search) ? (
      <Empty what={desk.noneFiltered} next={desk.noneFilteredNext}>
        <Link to="/desk" search={unfiltered({ ...search, queue })}>
          {desk.clearFilters}
        </Link>
      </Empty>
    ) : (
      <Empty what={desk.none} next={desk.noneNext[queue]} />
    )
  const Rows = asTable ? QueueTable : QueueList
  return (
    <>
      <Rows rows={rows} search={search} label={desk.queues[queue]} selection={selection} />
      <Pager
        shown={rows.length}
        hasMore={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => void fetchNextPage()}
      />
    </>
  )
}
