import { useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import { VisitGate } from '../visits/visit-gate.tsx'

// The form, the words of the register and what was heard before: behind what the gate shows.
const FindHome = lazy(async () => ({ default: (await import('../visits/at-home.tsx')).FindHome }))

/** At one home: logs a visit, and on request says why and who came before. */
export default function VisitPage() {
  const { id } = useParams({ strict: false })
  return (
    <VisitGate needs="register.update">
      <Suspense fallback={<Loading />}>
        <FindHome homeId={id ?? ''} />
      </Suspense>
    </VisitGate>
  )
}
