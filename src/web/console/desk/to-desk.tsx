import { Link } from '@tanstack/react-router'
import { Refused } from '../../kit/states.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** The way on from a page that has nothing to show; who has no desk is taken to their own first page. */
export function ToDesk() {
  const words = useWords()
  const hasDesk = mayDo(useSignedIn(), 'case.see')
  return (
    <p>
      <Link className="more-link" to={hasDesk ? '/desk' : '/'}>
        {hasDesk ? words.console.desk.toDesk : words.common.actions.home}
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
