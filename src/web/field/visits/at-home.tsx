import '../../shared/rows.css'
import '../door/door.css'
import { Link } from '@tanstack/react-router'
import type { HomeCard, HomePlace } from '../../../people/register/read.contract.ts'
import type { FieldVisits, LookAfter } from '../../../visits/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Loading } from '../../kit/states.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { useSaid } from './use-said.ts'
import { VisitForm } from './visit-form.tsx'
import { VisitRecord } from './visit-record.tsx'

/** Whoever comes from the day's list, or from that of an emergency, has its address, also without signal. */
export function FindHome({ homeId }: { homeId: string }) {
  const plan = useRead<FieldVisits>('/api/field/visits', { staleMs: 60_000 })
  const first = useRead<LookAfter>('/api/field/look-after', { staleMs: 60_000 })
  const homes = [...(plan.data?.grids.flatMap(({ rows }) => rows) ?? []), ...(first.data?.homes ?? [])]
  const listed = homes.find((home) => home.homeId === homeId)
  if (listed) return <AtHome place={listed.place} />
  const waits = [plan, first].some(({ isPending, failureCount }) => isPending && failureCount === 0)
  return waits ? <Loading /> : <ReadHome homeId={homeId} />
}

function ReadHome({ homeId }: { homeId: string }) {
  const { title } = useSaid()
  const reading = useRead<HomeCard>(`/api/register/homes/${encodeURIComponent(homeId)}`)
  return (
    <Shown reading={reading} heading={title}>
      {({ place }) => <AtHome place={place} />}
    </Shown>
  )
}

function AtHome({ place }: { place: HomePlace }) {
  const said = useSaid()
  useTitle(said.title)
  return (
    <>
      <h1>{useAddressOf()(place)}</h1>
      <VisitForm place={place} />
      <VisitRecord homeId={place.homeId} />
      <p className="after">
        <Link to="/visits" className={buttonClass({ look: 'quiet' })}>
          {said.back}
        </Link>
      </p>
    </>
  )
}
