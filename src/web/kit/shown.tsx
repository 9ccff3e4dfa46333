import type { ReactNode } from 'react'
import { Loading, Refused } from './states.tsx'

/** What a page knows of something that it reads. */
interface Reading<Data> {
  readonly data: Data | undefined
  readonly error: Error | null
  refetch(): unknown
}

/** What was read, or its designed state: opening, offline, refused. What was read once stays when a later try fails. */
export function Shown<Data>({
  reading,
  children,
}: {
  reading: Reading<Data>
  children: (data: Data) => ReactNode
}) {
  const { data, error, refetch } = reading
  if (data !== undefined) return children(data)
  return error === null ? <Loading /> : <Refused error={error} onRetry={() => refetch()} />
}
