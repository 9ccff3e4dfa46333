import '../books.css'
import '../assessment/assessment.css'
import '../register/register.css'
import '../visits/visits.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { AreaPath } from '../../../areas/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { AreaChoice, useParts } from '../../shared/area-choice.tsx'
import { useNameOf } from '../../shared/names.ts'
import { MonthSelect, thisMonth } from '../assessment/month-head.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { CountsTable } from '../visits/counts-table.tsx'
import { DistrictTable } from '../visits/district-table.tsx'
import { type VisitFilters, VisitList } from '../visits/visit-list.tsx'
import { useWords } from '../words.ts'

interface Asked extends VisitFilters {
  readonly area?: string
  readonly month?: string
}

/** 走访: how the plan stands and which share of contacts was in person; for those who see the register, the visits too. */
export default function VisitsPage() {
  const said = useWords().consoleVisits
  const me = useSignedIn()
  useTitle(said.title)
  if (!mayDo(me, 'register.count')) return <NotPermitted />
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <p className="no-print">
        <Link to="/visits/rules">{said.rules}</Link>
      </p>
      <Visits />
    </div>
  )
}

function Visits() {
  const said = useWords().consoleVisits
  const me = useSignedIn()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const top = me.posts.find(({ kind }) => kind === 'community_desk' || kind === 'street_desk')?.area.id
  const streets = useParts(top === undefined)
  const areaId = asked.area ?? top
  const go = (change: Asked) => void navigate({ to: '/visits', search: { ...asked, ...change } as never })
  const month = asked.month ?? thisMonth()
  return (
    <>
      <div className="visits__bar no-print">
        {top === undefined && (
          <AreaChoice
            label={said.street}
            none={said.chooseStreet}
            areas={streets}
            value={streets.some(({ id }) => id === areaId) ? (areaId ?? '') : ''}
            onChoose={(area) => go({ area })}
          />
        )}
        <MonthSelect month={month} onChoose={(next) => go({ month: next })} />
      </div>
      {areaId === undefined || areaId === '' ? (
        <DistrictTable month={month} onOpen={(area) => go({ area })} />
      ) : (
        <AtArea areaId={areaId} topId={top} month={month} asked={asked} go={go} />
      )}
    </>
  )
}

interface AtAreaProps {
  readonly areaId: string
  readonly topId: string | undefined
  readonly month: string
  readonly asked: Asked
  go(change: Asked): void
}

function AtArea({ areaId, topId, month, asked: { from, until, how, outcome }, go }: AtAreaProps) {
  const said = useWords().consoleVisits
  const nameOf = useNameOf()
  const place = useRead<AreaPath>(`/api/areas/${encodeURIComponent(areaId)}`)
  const seesHomes = mayDo(useSignedIn(), 'register.see')
  return (
    <Shown reading={place}>
      {({ area }) => (
        <>
          <div className="register__at">
            <h2>{nameOf(area)}</h2>
            {area.id !== topId && area.kind === 'community' && area.parentId !== null && (
              <button type="button" className="text-button" onClick={() => go({ area: area.parentId! })}>
                {said.up}
              </button>
            )}
          </div>
          <CountsTable areaId={area.id} month={month} onOpen={(next) => go({ area: next })} />
          {seesHomes && (
            <VisitList
              areaId={area.id}
              isWide={area.kind === 'street'}
              filters={{ from, until, how, outcome }}
              onFilter={(next) => go(next)}
            />
          )}
        </>
      )}
    </Shown>
  )
}
