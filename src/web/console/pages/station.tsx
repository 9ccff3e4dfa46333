import '../books.css'
import '../people/people.css'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Station } from '../../../cases/station/station.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { nameIn } from '../../shared/names.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PassOnLink } from '../passed-on/pass-on-link.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { CloseStation } from '../station/close-station.tsx'
import { PeoplePanel } from '../station/people-panel.tsx'
import { RosterPanel } from '../station/roster-panel.tsx'
import { StationFacts } from '../station/station-facts.tsx'
import { useReading } from '../words.ts'

/** One enforcement station: who is on duty, its roster of a week, and its people. */
export default function StationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { week } = useSearch({ strict: false }) as { week?: string }
  const { stations } = useReading().words.consoleStation
  const navigate = useNavigate()
  const mayView = mayDo(useSignedIn(), 'station.see')
  const path = withQuery(`/api/stations/${id}`, { firstDay: week })
  const reading = useRead<Station>(mayView ? path : null, { keepLast: true })
  if (!mayView) return <NotPermitted />
  return (
    <Shown reading={reading} heading={stations.title}>
      {(station) => (
        <View
          station={station}
          onWeek={(firstDay) =>
            void navigate({ to: '/station/$id', params: { id }, search: { week: firstDay } })
          }
        />
      )}
    </Shown>
  )
}

function View({ station, onWeek }: { station: Station; onWeek(firstDay: string): void }) {
  const { words, language } = useReading()
  const { back } = words.consoleStation
  const name = nameIn(language, station)
  useTitle(name)
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/station" className="text-button">
          {back}
        </Link>
      </p>
      <h1>{name}</h1>
      <section className="panel">
        <StationFacts station={station} level={2} />
      </section>
      <div className="beside">
        <RosterPanel station={station} onWeek={onWeek} />
        <PeoplePanel station={station} />
      </div>
      <PassOnLink from={{ station: station.id }} />
      {station.can.includes('keep') && station.closedOn === null && <CloseStation id={station.id} />}
    </div>
  )
}
