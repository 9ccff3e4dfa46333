import '../today/today.css'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { FieldDay, FieldRow } from '../../../cases/field-day.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Light } from '../../kit/light.tsx'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { Emergencies } from '../../shared/emergencies.tsx'
import { OwnEmergenciesLater } from '../../shared/emergency/own-later.tsx'
import { momentFacts } from '../../words/time.ts'
import type { Words } from '../../words/zh.ts'
import { StaffGate, worksInGrid } from '../session/gate.tsx'
import { CaseCard } from '../today/case-card.tsx'
import { groupOf, groups, isNews } from '../today/day.rule.ts'
import { useLastLook } from '../today/use-last-look.ts'

// Nearly always nothing is on: it comes behind the page, and without signal only where it was fetched.
const LookAfter = lazy(() =>
  import('../visits/look-after.tsx').then(
    ({ LookAfter: Loaded }) => ({ default: Loaded }),
    () => ({ default: () => null }),
  ),
)
const Errands = lazy(async () => ({ default: (await import('../today/errands.tsx')).Errands }))

export default function TodayPage() {
  const { today } = useWords().field
  useTitle(today.loading)
  return (
    <StaffGate>
      {(me) => (
        <>
          {me.acts.includes('case.see') && <OwnEmergenciesLater />}
          {me.acts.includes('grid.see') && me.acts.includes('register.see') && (
            <Suspense fallback={null}>
              <LookAfter />
            </Suspense>
          )}
          <Today me={me} />
        </>
      )}
    </StaffGate>
  )
}

/** What waits: emergencies first, then cases by their light, then what was done today. */
function Today({ me }: { me: Me }) {
  const { today } = useWords().field
  const reading = useReadPages<FieldDay>('/api/field/day')
  return (
    <Shown reading={reading} heading={today.loading}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        return (
          <>
            <Head
              title={titleOf(today, me, rows, reading.hasNextPage)}
              readAtMs={reading.dataUpdatedAt}
              busy={reading.isRefetching}
              onRefresh={() => reading.refetch()}
              visits={worksInGrid(me)}
            />
            {me.acts.includes('alert.see') && <Emergencies />}

            <Waiting me={me} rows={rows} more={reading.hasNextPage} />
            {reading.hasNextPage && (
              <Pager
                shown={rows.length}
                hasMore
                busy={reading.isFetchingNextPage}
                onMore={reading.fetchNextPage}
              />
            )}
            <Suspense fallback={null}>
              <Errands me={me} />
            </Suspense>
            <Done done={pages[0]?.done ?? []} more={pages[0]?.doneMore ?? false} />
          </>
        )
      }}
    </Shown>
  )
}

/** How many wait; whoever looks after a grid sees the others' too, and how many are their own. */
function titleOf(today: Words['field']['today'], me: Me, rows: readonly FieldRow[], more: boolean): string {
  if (more) return today.titleMany(rows.length)
  if (!worksInGrid(me) || rows.length === 0) return today.title(rows.length)
  return today.titleGrid(rows.length, rows.filter(({ next }) => next !== null).length)
}

function Head({
  title,
  readAtMs,
  busy,
  onRefresh,
  visits,
}: {
  title: string
  readAtMs: number
  busy: boolean
  onRefresh(): void
  visits: boolean
}) {
  const { field, common } = useWords()
  const { today } = field
  const clock = momentFacts(new Date(readAtMs).toISOString(), nowMs()).clock
  return (
    <div className="today__head">
      <h1>{title}</h1>
      <small>
        {today.readAt(clock)}{' '}
        <button type="button" className="link-button no-print" onClick={onRefresh}>
          {busy ? common.states.loading : today.refresh}
        </button>
      </small>
      {visits && (
        <Link to="/visits" className="link-button no-print">
          {field.grid.visits}
        </Link>
      )}
    </div>
  )
}

function Waiting({ me, rows, more }: { me: Me; rows: readonly FieldRow[]; more: boolean }) {
  const { field, faces } = useWords()
  const { today } = field
  const [mineOnly, setMineOnly] = useState(false)
  const [lookedAtMs, markSeen] = useLastLook()
  const news = rows.filter((row) => isNews(row, lookedAtMs))
  const shown = mineOnly ? rows.filter(({ next }) => next !== null) : rows
  if (rows.length === 0)
    return (
      <Empty what={today.none} next={today.noneNext}>
        <Link to="/report" className={buttonClass()}>
          {faces.field.tabs.report}
        </Link>
        {worksInGrid(me) && <RouteLink />}
      </Empty>
    )
  return (
    <>
      {(worksInGrid(me) || rows.some(({ next }) => next !== null)) && <RouteLink />}
      {worksInGrid(me) && <MineSwitch mineOnly={mineOnly} onChoose={setMineOnly} />}
      {news.length > 0 && (
        <p className="today__news" role="status">
          {today.news(news.length)}
          <button type="button" className="link-button" onClick={markSeen}>
            {today.seen}
          </button>
        </p>
      )}
      {shown.length === 0 && <Empty what={today.noneMine} next={today.noneMineNext} />}
      {groups.map((group) => {
        const cards = shown.filter((row) => groupOf(row) === group)
        if (cards.length === 0) return null
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className="today__group">
              <Light light={group === 'resting' ? 'none' : group}>
                {today.groups[group](today.cases(cards.length, more))}
              </Light>
            </h2>
            <div className="columns">
              {cards.map((row) => (
                <CaseCard key={row.id} row={row} isNew={news.includes(row)} />
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}

/** Whoever looks after a grid has homes and estates on the way too. */
function RouteLink() {
  const { today } = useWords().field
  return (
    <p className="today__route no-print">
      <Link to="/route" className={buttonClass({ look: 'quiet', wide: true })}>
        {today.route}
      </Link>
    </p>
  )
}

function MineSwitch({ mineOnly, onChoose }: { mineOnly: boolean; onChoose(mineOnly: boolean): void }) {
  const { show, shows } = useWords().field.today
  return (
    <fieldset className="segments no-print">
      <legend className="unseen">{show}</legend>
      <button type="button" aria-pressed={!mineOnly} onClick={() => onChoose(false)}>
        {shows.all}
      </button>
      <button type="button" aria-pressed={mineOnly} onClick={() => onChoose(true)}>
        {shows.mine}
      </button>
    </fieldset>
  )
}

/** What was done since midnight: folded away, for whoever wants to see the day's yield. */
function Done({ done, more }: { done: readonly FieldRow[]; more: boolean }) {
  const { today } = useWords().field
  if (done.length === 0) return null
  return (
    <details className="today__done">
      <summary className="summary">{today.groups.done(today.cases(done.length, more))}</summary>
      {done.map((row) => (
        <CaseCard key={row.id} row={row} />
      ))}
    </details>
  )
}
