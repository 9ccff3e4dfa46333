import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportPage } from '../../../cases/import/contract.ts'
import { call } from '../../api/call.ts'

const importsKey = ['imports']

/** Imports of this district, the latest first. */
export const useImports = () =>
  useInfiniteQuery({
    queryKey: importsKey,
    queryFn: ({ pageParam, signal }) =>
      call<ImportPage>('GET', `/api/imports${pageParam === null ? '' : `?after=${pageParam}`}`, undefined, {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** Where the rows that did not come in are fetched, with the reason behind each. */
export const returnedSheet = (importId: string): string => `/api/imports/${importId}/returned`
