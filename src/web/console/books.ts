import { useQuery } from '@tanstack/react-query'
import type { PublicMatter } from '../../matters/contract.ts'
import { call } from '../api/call.ts'

const HOUR_MS = 3_600_000

/** The whole catalogue: some two hundred entries, kept for the visit. */
export const useMatters = () =>
  useQuery({
    queryKey: ['matters'],
    queryFn: ({ signal }) => call<PublicMatter[]>('GET', '/api/matters', undefined, { signal }),
    staleTime: HOUR_MS,
  })
