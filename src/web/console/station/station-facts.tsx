import './station.css'
import type { StationRow } from '../../../cases/station/station.contract.ts'
import { nowMs } from '../../clock.ts'
import { Facts } from '../../kit/facts.tsx'
import { nameIn, placeIn } from '../../shared/names.ts'
import { momentFacts, sayDate } from '../../words/time.ts'
import { FactList } from '../fact-list.tsx'
import { useReading } from '../words.ts'

/** A number to ring: on a phone it rings. */
function Ring({ phone }: { phone: string }) {
  return (
    <a className="station__ring" href={`tel:${phone.replaceAll(' ', '')}`}>
      {phone}
    </a>
  )
}

/** Where a station is, who leads it, and who is on duty there now by its roster. */
export function StationFacts({
  station,
  level,
}: {
  station: StationRow
  /** One below the title above it. */
  level: 2 | 3
}) {
  const { words, language } = useReading()
  const { stations: said } = words.consoleStation
  const { closedOn, onDuty, phone } = station
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      {closedOn !== null && <p>{said.closed(sayDate(words, closedOn))}</p>}
      <FactList
        className="station__facts"
        pairs={[
          [said.address, words.common.facts(placeIn(language, station.place), station.address)],
          [said.leadUnit, nameIn(language, station.leadUnit)],
          [said.phone, phone === null ? null : <Ring key="phone" phone={phone} />],
        ]}
      />
      <Heading>{said.onDuty}</Heading>
      {onDuty.length === 0 ? (
        <p>{said.nobody}</p>
      ) : (
        <ul className="station__duty">
          {onDuty.map((one) => (
            <li key={one.personId}>
              <strong>{one.name}</strong>{' '}
              <small>
                <Facts>
                  {nameIn(language, one.unit)}
                  {said.until(momentFacts(one.untilAt, nowMs()))}
                  {one.phone !== null && <Ring phone={one.phone} />}
                </Facts>
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
