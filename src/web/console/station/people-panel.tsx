import { useState } from 'react'
import type { EndPerson, Station, StationReceipt } from '../../../cases/station/station.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { localDay, sayDate } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useReading, useWords } from '../words.ts'
import { AddPersonForm } from './add-person-form.tsx'

type Person = Station['people'][number]

/** Who serves at a station, each of which unit and since when. */
export function PeoplePanel({ station }: { station: Station }) {
  const { words, language } = useReading()
  const { people: said } = words.consoleStation
  const [leaving, setLeaving] = useState<Person | null>(null)
  const leads = station.can.includes('lead') && station.closedOn === null
  return (
    <section className="panel" aria-label={said.title}>
      <h2>{said.title}</h2>
      {station.people.length === 0 && <p>{said.none}</p>}
      <ul className="station__duty">
        {station.people.map((person) => (
          <li key={person.id} className="station__line">
            <span>
              <strong>{person.name}</strong>
              <small>
                {words.common.facts(
                  nameIn(language, person.unit),
                  person.untilDay === null
                    ? said.since(sayDate(words, person.fromDay))
                    : said.until(sayDate(words, person.untilDay)),
                  person.phone ?? '',
                )}
              </small>
            </span>
            {leads && person.untilDay === null && (
              <button type="button" className="text-button no-print" onClick={() => setLeaving(person)}>
                {said.end}
              </button>
            )}
          </li>
        ))}
      </ul>
      {leads && <AddPersonForm stationId={station.id} />}
      {leaving && <EndDialog stationId={station.id} person={leaving} onClose={() => setLeaving(null)} />}
    </section>
  )
}

function EndDialog({ stationId, person, onClose }: { stationId: string; person: Person; onClose(): void }) {
  const { people: said } = useWords().consoleStation
  const say = useSay()
  const [untilDay, setUntilDay] = useState(localDay(nowMs()))
  const path = `/api/stations/${stationId}/people/${person.id}/end`
  const act = useAct<StationReceipt, Omit<EndPerson, 'requestId'>>(path, {
    onDone: () => {
      say(said.ended)
      onClose()
    },
  })
  return (
    <ActDialog
      title={said.endTitle(person.name)}
      label={said.end}
      act={act}
      onConfirm={() => act.mutate({ untilDay })}
      onClose={onClose}
    >
      <p>{said.endHint}</p>
      <TextField
        label={said.endDay}
        type="date"
        value={untilDay}
        onChange={(event) => setUntilDay(event.target.value)}
      />
    </ActDialog>
  )
}
