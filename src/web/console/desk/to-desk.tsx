import { Link } from '@tanstack/react-router'
import { isRefusal } from '../../api/problem.ts'
import { Empty, Refused } from '../../kit/states.tsx'
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

/** What cannot be shown is no dead end: the desk is one tap away. An address that names nothing is a page that is not there. */
export function RefusedToDesk({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { states } = useWords().common
  if (isRefusal(error, 'input_invalid'))
    return (
      <Empty wholePage what={states.notFound} next={states.notFoundNext}>
        <ToDesk />
      </Empty>
    )
  return (
    <Refused error={error} onRetry={onRetry}>
      <ToDesk />
    </Refused>
  )
}
