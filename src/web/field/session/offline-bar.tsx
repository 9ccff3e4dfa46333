import { lazy, type ReactNode, Suspense } from 'react'

const Nothing = (): ReactNode => null
// All that works without signal comes behind the page; where it does not come, the page works as it did.
const Bar = lazy<() => ReactNode>(() => import('../outbox/bar.tsx').catch(() => ({ default: Nothing })))

/** Says plainly that there is no network, and what waits to be sent. */
export function OfflineBar() {
  return (
    <div role="status" className="no-print">
      <Suspense fallback={null}>
        <Bar />
      </Suspense>
    </div>
  )
}
