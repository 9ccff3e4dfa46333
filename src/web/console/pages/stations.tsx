import '../books.css'
import '../people/people.css'
import '../whistles/whistles.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActionPage, ActionQuery } from '../../../cases/station/action.contract.ts'
import type { StationPage } from '../../../cases/station/station.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { nameIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { localDay } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { PressOne } from '../press-one.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { ActionList } from '../station/action-list.tsx'
import { OpenStationForm } from '../station/open-station-form.tsx'
import { PlanForm } from '../station/plan-form.tsx'
import { StationFacts } from '../station/station-facts.tsx'
import { useReading } from '../words.ts'

/** 联合执法: who is on duty at the stations now, and what is planned and under way. */
export default function StationsPage() {
  const { consoleStation: said } = useReading().words
  const me = useSignedIn()
  useTitle(said.title)
  if (!mayDo(me, 'station.see')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Stations />
      {mayDo(me, 'action.see') && <Actions />}
    </div>
  )
}

const useStations = () => useReadPages<StationPage>('/api/stations')

function Stations() {
  const { words, language } = useReading()
  const { stations: said } = words.consoleStation
  const [opening, setOpening] = useState(false)
  const reading = useStations()
  const keeps = mayDo(useSignedIn(), 'station.keep')
  return (
    <section aria-label={said.title}>
      <h2>{said.title}</h2>
      <RowPages reading={reading} count={said.shown} none={<Empty what={said.none} next={said.noneNext} />}>
        {(rows) => (
          <div className="beside">
            {rows.map((station) => (
              <section
                key={station.id}
                className="panel station__card"
                aria-label={nameIn(language, station)}
              >
                <h3>
                  <Link to="/station/$id" params={{ id: station.id }}>
                    {nameIn(language, station)}
                  </Link>
                </h3>
                <StationFacts station={station} level={3} />
              </section>
            ))}
          </div>
        )}
      </RowPages>
      {opening && <OpenStationForm onClose={() => setOpening(false)} />}
      {keeps && !opening && (
        <p className="no-print">
          <Button look="quiet" onClick={() => setOpening(true)}>
            {said.open}
          </Button>
        </p>
      )}
    </section>
  )
}

type List = ActionQuery['list']
const lists: readonly List[] = ['mine', 'open', 'over', 'all']

function Actions() {
  const { words } = useReading()
  const { actions: said } = words.consoleStation
  const asked = useSearch({ strict: false }) as { list?: string }
  const navigate = useNavigate()
  const [planning, setPlanning] = useState(false)
  const list = lists.find((one) => one === asked.list) ?? 'open'
  const reading = useReadPages<ActionPage>(withQuery('/api/joint-actions', { list }))
  const stations = useStations().data?.pages.flatMap(({ rows }) => rows) ?? []
  const today = localDay(nowMs())
  const isOpen = (closedOn: string | null) => closedOn === null || today < closedOn
  const led = stations.filter(({ closedOn, can }) => isOpen(closedOn) && can.includes('lead'))
  return (
    <section aria-label={said.title}>
      <h2>{said.title}</h2>
      {planning && led.length > 0 && <PlanForm stations={led} onClose={() => setPlanning(false)} />}
      {led.length > 0 && !planning && (
        <p className="book__acts no-print">
          <Button onClick={() => setPlanning(true)}>{said.plan}</Button>
        </p>
      )}
      <PressOne<List>
        label={said.lists.label}
        options={lists.map((key) => ({ key, label: said.lists[key] }))}
        value={list}
        onChoose={(next) => void navigate({ to: '/station', search: { list: next } })}
      />
      <RowPages
        reading={reading}
        count={said.shown}
        none={<Empty what={said.none[list]} next={said.noneNext} />}
      >
        {(rows) => <ActionList rows={rows} />}
      </RowPages>
    </section>
  )
}
