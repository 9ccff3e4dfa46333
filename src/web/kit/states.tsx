import './states.css'
import type { ReactNode } from 'react'
import { brokenNext, Problem, sayProblem } from '../api/problem.ts'
import { useWords } from '../preferences.tsx'
import { Button } from './button.tsx'
import { useWaited } from './use-waited.ts'

interface EmptyProps {
  readonly what: string
  readonly next?: string
  /** True where this is all there is on the page: then it is the page's heading. */
  readonly wholePage?: boolean
  readonly children?: ReactNode
}

/** Nothing here, said plainly, with the next step as children. */
export function Empty({ what, next, wholePage = false, children }: EmptyProps) {
  const What = wholePage ? 'h1' : 'p'
  return (
    <div className="state">
      <What className="state__what">{what}</What>
      {next && <p className="state__next">{next}</p>}
      {children}
    </div>
  )
}

/** Nothing in a card yet: smaller than `Empty`, since the card's title and the page stand around it. */
export function EmptyCard({ what, next }: { what: string; next: string }) {
  return (
    <>
      <p>{what}</p>
      <small>{next}</small>
    </>
  )
}

/** How long a page may be blank before it says that it is opening: shorter waits would only flicker. */
const QUIET_MS = 300

export function Loading({ long = false }: { long?: boolean }) {
  const { states } = useWords().common
  const late = useWaited(QUIET_MS)
  return (
    <div className={`state state--loading${long ? ' state--long' : ''}`} role="status">
      {late && states.loading}
    </div>
  )
}

export function Offline({ onRetry, children }: { onRetry?: (() => void) | undefined; children?: ReactNode }) {
  const { states, actions } = useWords().common
  return (
    <div className="state" role="alert">
      <p className="state__what">{states.offline}</p>
      <p className="state__next">{states.offlineNext}</p>
      {onRetry && (
        <Button look="quiet" onClick={onRetry}>
          {actions.retry}
        </Button>
      )}
      {children}
    </div>
  )
}

/** Any error as a designed state: no network, a "no" in words with its remedy, or a fault of ours with its reference. */
export function Refused({
  error,
  onRetry,
  children,
}: {
  error: unknown
  onRetry?: () => void
  children?: ReactNode
}) {
  const words = useWords()
  const { states, actions } = words.common
  const problem = error instanceof Problem ? error : new Problem('broken')
  if (problem.kind === 'offline') return <Offline onRetry={onRetry}>{children}</Offline>
  const broken = problem.kind === 'broken'
  const helpsToWait = broken || problem.code === 'too_many_requests' || problem.code === 'try_again_soon'
  return (
    <div className="state" role="alert">
      <p className="state__what">{broken ? states.broken : states.notOpened}</p>
      <p className="state__next">{broken ? brokenNext(words) : sayProblem(words, problem)}</p>
      {helpsToWait && onRetry && (
        <Button look="quiet" onClick={onRetry}>
          {actions.retry}
        </Button>
      )}
      {children}
      {broken && problem.reference !== null && (
        <p className="state__reference">{states.reference(problem.reference)}</p>
      )}
    </div>
  )
}
