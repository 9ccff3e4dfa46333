import { Link } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue } from 'react'
import { isRefusal, Problem } from '../api/problem.ts'
import { useWords } from '../preferences.tsx'
import { buttonClass } from './button.tsx'
import { Empty, Loading, Refused } from './states.tsx'

/** What a page knows of something that it reads. */
interface Reading<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
  refetch(): unknown
}

/**
 * What was read, or its designed state: opening, offline, refused. What was read once stays when a later try fails.
 * A page that is nothing but what it reads gives `heading`: its states need one too.
 */
export function Shown<Data>({
  reading,
  heading,
  long = false,
  children,
}: {
  reading: Reading<Data>
  heading?: string
  /** Whether what is read is long: it keeps room, so that nothing below it jumps when it comes. */
  long?: boolean
  children: (data: Data) => ReactNode
}) {
  const { data: read, error, refetch } = reading
  // Drawn in small pieces: a long list would hold an old phone still while it is tapped.
  const data = useDeferredValue(read)
  if (data !== undefined) return children(data)
  if (heading !== undefined && error !== null)
    return <RefusedPage error={error} heading={heading} onRetry={refetch} />
  return (
    <>
      {heading !== undefined && <h1 className="unseen">{heading}</h1>}
      {error === null ? <Loading long={long} /> : <Refused error={error} onRetry={() => refetch()} />}
    </>
  )
}

/** Where nothing else stands on the page there is a way on. An address that names nothing is a page that is not there. */
function RefusedPage({ error, heading, onRetry }: { error: Error; heading: string; onRetry(): unknown }) {
  const { states, actions } = useWords().common
  const home = (
    <Link to="/" className={buttonClass({ look: 'quiet' })}>
      {actions.home}
    </Link>
  )
  if (isRefusal(error, 'input_invalid'))
    return (
      <Empty wholePage what={states.notFound} next={states.notFoundNext}>
        {home}
      </Empty>
    )
  return (
    <>
      <h1 className="unseen">{heading}</h1>
      <Refused error={error} onRetry={() => onRetry()}>
        {error instanceof Problem && error.kind === 'refused' && home}
      </Refused>
    </>
  )
}
