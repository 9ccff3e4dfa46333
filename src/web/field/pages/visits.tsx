import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import { VisitGate } from '../visits/visit-gate.tsx'

// With the words of the register, which come behind the gate.
const Plans = lazy(async () => ({ default: (await import('../visits/plans.tsx')).Plans }))

/** The day's homes of the own grids. */
export default function VisitsPage() {
  return (
    <VisitGate needs="grid.see">
      <Suspense fallback={<Loading />}>
        <Plans />
      </Suspense>
    </VisitGate>
  )
}
