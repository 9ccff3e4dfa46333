import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { CaseRow, DeskCounts, DeskPage } from '../../../cases/story.contract.ts'
import { call } from '../../api/call.ts'
import { type DeskSearch, deskQuery, type Queue } from './queues.ts'

/** Lights turn with time: a desk that stays open is read again, and a queue whenever it is opened. */
const REFRESH_MS = 60_000

export const deskKey = ['desk']

/** How many wait in each queue; counted anew with each queue that is opened, so that count and list agree. */
export function useDeskCounts(open: Queue | undefined, asked = true) {
  return useQuery({
    queryKey: [...deskKey, 'counts', open],
    queryFn: ({ signal }) => call<DeskCounts>('GET', '/api/desk/counts', undefined, { signal }),
    enabled: asked,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
}

/** A queue, read on by key. */
export function useQueue(search: DeskSearch, queue: Queue) {
  return useInfiniteQuery({
    queryKey: [...deskKey, 'queue', deskQuery(search, queue, null)],
    queryFn: ({ pageParam, signal }) =>
      call<DeskPage>('GET', `/api/desk?${deskQuery(search, queue, pageParam)}`, undefined, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })
}

/** The cases with this number: none or one. */
export const findByNumber = (number: string) =>
  call<{ rows: CaseRow[] }>('GET', `/api/desk/find?${new URLSearchParams({ number })}`)
