import { lazy, Suspense } from 'react'
import type { Face } from './push-device.ts'

const MessagesCard = lazy(() => import('./messages-card.tsx'))

/** By what one is told outside the app: it comes after the page it stands on. */
export function MessagesLater({ face }: { face: Face }) {
  return (
    <Suspense fallback={null}>
      <MessagesCard face={face} />
    </Suspense>
  )
}
