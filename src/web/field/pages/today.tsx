import '../today/today.css'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Light } from '../../../cases/contract.ts'
import type { DeskPage, DeskQuery } from '../../../cases/story.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { Emergencies } from '../../shared/emergencies.tsx'
import { StaffGate, worksInGrid, worksInUnit } from '../session/gate.tsx'
import { CaseCard } from '../today/case-card.tsx'

type Queue = Extract<DeskQuery['queue'], 'work' | 'open'>
const lights = ['all', 'red', 'yellow', 'green'] as const

export default function TodayPage() {
  const { today } = useWords().field
  useTitle(today.loading)
  return <StaffGate>{(me) => <Today me={me} />}</StaffGate>
}

/** What waits: emergencies first, then cases by their light. */
function Today({ me }: { me: Me }) {
  const { field, faces } = useWords()
  const { today } = field
  const [queue, setQueue] = useState<Queue>(worksInGrid(me) || !worksInUnit(me) ? 'open' : 'work')
  const [light, setLight] = useState<Light | 'all'>('all')
  const reading = useReadPages<DeskPage>(
    withQuery('/api/desk', { queue, light: light === 'all' ? undefined : light }),
  )
  return (
    <>
      <Shown reading={reading}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return (
            <>
              <h1>{reading.hasNextPage ? today.titleMany(rows.length) : today.title(rows.length)}</h1>
              {me.acts.includes('alert.see') && <Emergencies />}
              <div className="today__filters">
                {worksInGrid(me) && worksInUnit(me) && <QueueSelect queue={queue} onChoose={setQueue} />}
                <LightSelect light={light} onChoose={setLight} />
              </div>
              {rows.length === 0 ? (
                <Empty what={today.none} next={today.noneNext} />
              ) : (
                <>
                  {rows.map((row) => (
                    <CaseCard key={row.id} row={row} />
                  ))}
                  <Pager
                    shown={rows.length}
                    hasMore={reading.hasNextPage}
                    busy={reading.isFetchingNextPage}
                    onMore={reading.fetchNextPage}
                  />
                </>
              )}
            </>
          )
        }}
      </Shown>
      <p className="today__report">
        <Link to="/report" className={buttonClass({ wide: true, big: true })}>
          {faces.field.tabs.report}
        </Link>
      </p>
    </>
  )
}

function QueueSelect({ queue, onChoose }: { queue: Queue; onChoose(queue: Queue): void }) {
  const { queues } = useWords().field.today
  return (
    <Field label={queues.label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={queue}
          onChange={(event) => onChoose(event.target.value as Queue)}
        >
          <option value="open">{queues.open}</option>
          <option value="work">{queues.work}</option>
        </select>
      )}
    </Field>
  )
}

function LightSelect({ light, onChoose }: { light: Light | 'all'; onChoose(light: Light | 'all'): void }) {
  const { lights: said } = useWords().field.today
  return (
    <Field label={said.label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={light}
          onChange={(event) => onChoose(event.target.value as Light | 'all')}
        >
          {lights.map((value) => (
            <option key={value} value={value}>
              {said[value]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
