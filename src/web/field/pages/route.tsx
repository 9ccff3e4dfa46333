import '../../map/map-and-list.css'
import '../route/route.css'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { LonLatPair } from '../../../areas/map.contract.ts'
import type { FieldDay, FieldRow } from '../../../cases/field-day.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useReadPages } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { ClockLight } from '../../kit/clock-bar.tsx'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { MapList } from '../../map/map-list.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { routeWords } from '../../words/route.ts'
import { type CaseStop, caseStops } from '../route/day-stop.ts'
import { pressesHours, type RouteStop, walkOf } from '../route/route.rule.ts'
import { StartPart } from '../route/start-part.tsx'
import { StaffGate } from '../session/gate.tsx'
import { CaseCard } from '../today/case-card.tsx'

const RouteMap = lazy(() => import('../route/route-map.tsx'))

/** The day's own steps as a walk: on the map, and beside it as a list with metres and directions. */
export default function RoutePage() {
  const { title } = routeWords[usePreferences().language]
  useTitle(title)
  return <StaffGate>{(me) => <ReadDay me={me} />}</StaffGate>
}

function ReadDay({ me }: { me: Me }) {
  const { words, language } = usePreferences()
  const said = routeWords[language]
  // The very reading of the day's cards: kept on the phone, so that the order stands without signal too.
  const reading = useReadPages<FieldDay>('/api/field/day')
  const titleOf = (row: FieldRow) => (row.matter ? nameIn(language, row.matter) : words.field.today.noMatter)
  return (
    <Shown reading={reading} heading={said.title}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        const stops = caseStops(rows, titleOf)
        return (
          <>
            <h1>{said.title}</h1>
            {stops.length === 0 ? (
              <Empty what={said.none} next={said.noneNext}>
                <ToCards />
              </Empty>
            ) : (
              <Walk stops={stops} under={groundOf(me)} />
            )}
            {reading.hasNextPage && (
              <Pager
                shown={rows.length}
                hasMore
                busy={reading.isFetchingNextPage}
                onMore={reading.fetchNextPage}
              />
            )}
          </>
        )
      }}
    </Shown>
  )
}

/** Below the walk everybody sees the ground of the own post. */
const groundOf = ({ posts }: Me): string | undefined => posts[0]?.area.id

function ToCards() {
  const { toCards } = routeWords[usePreferences().language]
  return (
    <Link to="/" className={buttonClass({ look: 'quiet' })}>
      {toCards}
    </Link>
  )
}

function Walk({ stops, under }: { stops: readonly CaseStop[]; under: string | undefined }) {
  const said = routeWords[usePreferences().language]
  const [start, setStart] = useState<LonLatPair | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  // The order stands still while somebody walks it: by the moment at which the page was opened.
  const [openedAtMs] = useState(nowMs)
  const walk = useMemo(() => walkOf(stops, start, openedAtMs), [stops, start, openedAtMs])
  const placed = useMemo(
    () =>
      walk.flatMap(({ stop: { id, point: at, row } }, index) =>
        at === null ? [] : [{ id, n: index + 1, at, light: row.running ? row.light : ('none' as const) }],
      ),
    [walk],
  )
  const chosen = walk.find(({ stop }) => stop.id === selected)?.stop
  const metres = walk.reduce((sum, { leg }) => sum + (leg?.metres ?? 0), 0)
  return (
    <section className="map-and-list route">
      <p className="lead">{said.summary(walk.length, metres)}</p>
      <p className="field__hint">
        {said.rule(pressesHours)} {said.straight}
      </p>
      <StartPart start={start} onStart={setStart} />
      {placed.length > 0 && (
        <Suspense fallback={<div className="map" />}>
          <RouteMap stops={placed} start={start} under={under} selected={selected} onSelect={setSelected} />
        </Suspense>
      )}
      <MapList
        label={said.listLabel}
        selected={selected}
        onSelect={setSelected}
        places={walk.map((one, index) => ({
          id: one.stop.id,
          name: <StopLine n={index + 1} one={one} />,
          note: <StopNote one={one} />,
        }))}
      />
      <div aria-live="polite">{chosen && <CaseCard row={chosen.row} />}</div>
      <ToCards />
    </section>
  )
}

function StopLine({ n, one: { stop, presses } }: { n: number; one: RouteStop<CaseStop> }) {
  const said = routeWords[usePreferences().language]
  return (
    <span className="route__stop">
      <span>{said.stop(n, stop.title)}</span>
      {presses && <span className="route__first">{said.presses}</span>}
      <ClockLight account={stop.row.account} />
    </span>
  )
}

/** How to come there from the stop before: in metres and by compass, for whoever sees no map. */
function StopNote({ one: { stop, leg } }: { one: RouteStop<CaseStop> }) {
  const { words, language } = usePreferences()
  const said = routeWords[language]
  return words.common.facts(
    leg && said.leg(leg.metres, leg.towards),
    placeIn(language, stop.row.place),
    stop.point === null ? said.noPoint : stop.row.spot?.exact === false && said.about,
  )
}
