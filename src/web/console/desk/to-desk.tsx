import { Link } from '@tanstack/react-router'
import { Refused } from '../../kit/states.tsx'
import { useWords } from '../words.ts'

/** The way on from a page that has nothing to show. */
export function ToDesk() {
  const { desk } = useWords().console
  return (
    <p>
      <Link className="more-link" to="/desk">
        {desk.toDesk}
      </Link>
    </p>
  )
}

/** What cannot be shown is no dead end: the desk is one tap away. */
export function RefusedToDesk({ error, onRetry }: { error: unknown; onRetry(): void }) {
  return (
    <Refused error={error} onRetry={onRetry}>
      <ToDesk />
    </Refused>
  )
}
