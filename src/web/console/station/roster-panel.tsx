import { useState } from 'react'
import type { CopiedWeek, CopyWeek, Station } from '../../../cases/station/station.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { dayAfter, localDay, sayDate, sayDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { DayForm } from './day-form.tsx'
import { clockOf } from './local-moment.ts'

/** The roster of seven days; whoever leads sets a day, or copies the week before. */
export function RosterPanel({ station, onWeek }: { station: Station; onWeek(firstDay: string): void }) {
  const words = useWords()
  const { roster: said } = words.consoleStation
  const [changing, setChanging] = useState<string | null>(null)
  const first = station.roster[0]!.day
  const leadsOn = (day: string) =>
    station.can.includes('lead') && (station.closedOn === null || day < station.closedOn)
  const leads = leadsOn(localDay(nowMs()))
  return (
    <section className="panel" aria-label={said.title}>
      <h2>{said.title}</h2>
      <p className="station__week no-print">
        <button type="button" className="text-button" onClick={() => onWeek(dayAfter(first, -7))}>
          {said.before}
        </button>
        <strong>{said.week(sayDate(words, first), sayDate(words, dayAfter(first, 6)))}</strong>
        <button type="button" className="text-button" onClick={() => onWeek(dayAfter(first, 7))}>
          {said.after}
        </button>
      </p>
      <ul className="station__duty">
        {station.roster.map(({ day, shifts, serving }) => (
          <li key={day}>
            <div className="station__line">
              <strong>{sayDay(words, day, nowMs())}</strong>
              {leads && leadsOn(day) && changing !== day && (
                <button type="button" className="text-button no-print" onClick={() => setChanging(day)}>
                  {said.change}
                </button>
              )}
            </div>
            {shifts.length === 0 && <small>{said.none}</small>}
            {shifts.map(({ fromMinute, untilMinute, people }) => (
              <div key={fromMinute}>
                {words.common.labelled(
                  said.span(clockOf(fromMinute), clockOf(untilMinute), untilMinute > 1440),
                  words.common.list(people.map(({ name }) => name)),
                )}
              </div>
            ))}
            {changing === day && (
              <DayForm
                stationId={station.id}
                day={day}
                shifts={shifts}
                serving={serving}
                onClose={() => setChanging(null)}
              />
            )}
          </li>
        ))}
      </ul>
      {leads && leadsOn(first) && <CopyButton stationId={station.id} firstDay={first} />}
    </section>
  )
}

function CopyButton({ stationId, firstDay }: { stationId: string; firstDay: string }) {
  const { roster: said } = useWords().consoleStation
  const say = useSay()
  const act = useAct<CopiedWeek, Omit<CopyWeek, 'requestId'>>(`/api/stations/${stationId}/copy-week`, {
    onDone: (_, { days }) => say(said.copied(days.length)),
  })
  return (
    <div className="no-print">
      <Button look="quiet" busy={act.isPending} onClick={() => act.mutate({ firstDay })}>
        {said.copy}
      </Button>
      <FormProblem error={act.error} />
    </div>
  )
}
