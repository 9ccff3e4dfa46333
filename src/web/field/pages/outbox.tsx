import { lazy, Suspense } from 'react'
import { Loading } from '../../kit/states.tsx'
import { StaffGate } from '../session/gate.tsx'

// With all that works without signal, which the bar fetches behind every page.
const Waiting = lazy(async () => ({ default: (await import('../outbox/waiting.tsx')).Waiting }))

export default function OutboxPage() {
  return (
    <StaffGate>
      {() => (
        <Suspense fallback={<Loading />}>
          <Waiting />
        </Suspense>
      )}
    </StaffGate>
  )
}
