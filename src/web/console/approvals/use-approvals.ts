import { useInfiniteQuery } from '@tanstack/react-query'
import type { ApprovalPage } from '../../../cases/approvals.contract.ts'
import { call } from '../../api/call.ts'
import { deskKey } from '../desk/use-desk.ts'

const REFRESH_MS = 60_000

/** Requests that wait for the reader, the oldest first; read again with everything of the desk, so after each act. */
export const useApprovals = () =>
  useInfiniteQuery({
    queryKey: [...deskKey, 'approvals'],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(pageParam === null ? {} : { after: pageParam })
      return call<ApprovalPage>('GET', `/api/approvals?${query}`, undefined, { signal })
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
