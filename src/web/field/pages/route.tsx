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
import { placeIn } from '../../shared/names.ts'
import { routeWords } from '../../words/route.ts'
import { type DayStop, isAbout, lightOf } from '../route/day-stop.ts'
import { KindsPart } from '../route/kinds-part.tsx'
import { pressesHours, type RouteStop, walkOf } from '../route/route.rule.ts'
import { StartPart } from '../route/start-part.tsx'
import { StopCard } from '../route/stop-card.tsx'
import { useDayStops } from '../route/use-day-stops.ts'
import { StaffGate } from '../session/gate.tsx'

const RouteMap = lazy(() => import('../route/route-map.tsx'))

/** The day as a walk, cases, visits and rounds: on the map, and beside it as a list with metres and directions. */
export default function RoutePage() {
  const { title } = routeWords[usePreferences().language]
  useTitle(title)
  return <StaffGate>{(me) => <ReadDay me={me} />}</StaffGate>
}

function ReadDay({ me }: { me: Me }) {
  const said = routeWords[usePreferences().language]
  // The very reading of the day's cards: kept on the phone, so that the order stands without signal too.
  const reading = useReadPages<FieldDay>('/api/field/day')
  return (
    <Shown reading={reading} heading={said.title}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        return (
          <>
            <h1>{said.title}</h1>
            <Stops me={me} rows={rows} />
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

/** Cases, homes and estates in one walk; whoever goes for some of them alone leaves the others out. */
function Stops({ me, rows }: { me: Me; rows: readonly FieldRow[] }) {
  const said = routeWords[usePreferences().language]
  const stops = useDayStops(me, rows)
  const [left, setLeft] = useState<readonly DayStop['kind'][]>([])
  const taken = stops.filter(({ kind }) => !left.includes(kind))
  if (stops.length === 0)
    return (
      <Empty what={said.none} next={said.noneNext}>
        <ToCards />
      </Empty>
    )
  return (
    <>
      <KindsPart stops={stops} left={left} onChoose={setLeft} />
      {taken.length === 0 ? (
        <Empty what={said.noneChosen} next={said.noneChosenNext} />
      ) : (
        <Walk stops={taken} under={groundOf(me)} />
      )}
    </>
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

function Walk({ stops, under }: { stops: readonly DayStop[]; under: string | undefined }) {
  const said = routeWords[usePreferences().language]
  const [start, setStart] = useState<LonLatPair | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  // The order stands still while somebody walks it: by the moment at which the page was opened.
  const [openedAtMs] = useState(nowMs)
  const walk = useMemo(() => walkOf(stops, start, openedAtMs), [stops, start, openedAtMs])
  const placed = useMemo(
    () =>
      walk.flatMap(({ stop }, index) =>
        stop.point === null ? [] : [{ id: stop.id, n: index + 1, at: stop.point, light: lightOf(stop) }],
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
      <div aria-live="polite">{chosen && <StopCard stop={chosen} />}</div>
      <ToCards />
    </section>
  )
}

function StopLine({ n, one: { stop, presses } }: { n: number; one: RouteStop<DayStop> }) {
  const said = routeWords[usePreferences().language]
  return (
    <span className="route__stop">
      <span>{said.stop(n, stop.title)}</span>
      {presses && <span className="route__first">{said.presses}</span>}
      {stop.kind === 'case' && <ClockLight account={stop.row.account} />}
    </span>
  )
}

/** How to come there from the stop before: in metres and by compass, for whoever sees no map. */
function StopNote({ one: { stop, leg } }: { one: RouteStop<DayStop> }) {
  const { words, language } = usePreferences()
  const said = routeWords[language]
  return words.common.facts(
    leg && said.leg(leg.metres, leg.towards),
    stop.kind === 'case' && placeIn(language, stop.row.place),
    stop.point === null ? said.noPoint : isAbout(stop) && said.about,
  )
}
