import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportProgress } from '../../../cases/import/contract.ts'
import { call } from '../../api/call.ts'
import { newRequestId } from '../../api/identity.ts'

/** A file of a hundred thousand rows takes its time. */
export const IMPORT_TIMEOUT_MS = 900_000
const PROGRESS_EVERY_MS = 700

/**
 * Long work on a file, and how far it has come: `base` is where the server tells, under `/running/:id`. Once it is over,
 * done or not, every list and page is read anew.
 */
export function useRunning<Sent, Reply>(base: string, send: (sent: Sent, runId: string) => Promise<Reply>) {
  const client = useQueryClient()
  const [runId, setRunId] = useState<string | null>(null)
  const run = useMutation({
    mutationFn: (sent: Sent) => {
      const id = newRequestId()
      setRunId(id)
      return send(sent, id)
    },
    onSettled: () => {
      setRunId(null)
      return client.invalidateQueries()
    },
  })
  const { data } = useQuery({
    queryKey: [base, 'running', runId],
    queryFn: ({ signal }) => call<ImportProgress>('GET', `${base}/running/${runId}`, undefined, { signal }),
    enabled: runId !== null,
    refetchInterval: PROGRESS_EVERY_MS,
  })
  return { run, progress: data?.progress ?? null }
}
