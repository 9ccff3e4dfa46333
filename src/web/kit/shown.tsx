import { type ReactNode, useDeferredValue } from 'react'
import { Loading, Refused } from './states.tsx'

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
  children,
}: {
  reading: Reading<Data>
  heading?: string
  children: (data: Data) => ReactNode
}) {
  const { data: read, error, refetch } = reading
  // Drawn in small pieces: a long list would hold an old phone still while it is tapped.
  const data = useDeferredValue(read)
  if (data !== undefined) return children(data)
  return (
    <>
      {heading !== undefined && <h1 className="unseen">{heading}</h1>}
      {error === null ? <Loading /> : <Refused error={error} onRetry={() => refetch()} />}
    </>
  )
}
