import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ImportPage, ImportResult } from '../../../cases/import/contract.ts'
import { call } from '../../api/call.ts'
import { deskKey } from '../desk/use-desk.ts'

const importsKey = ['imports']
/** A file of a hundred thousand rows takes its time. */
const IMPORT_TIMEOUT_MS = 900_000

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

/** Sends a file of messages. Sent twice it adds nothing twice, since rows are known by their numbers. */
export function useImportMessages() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, system }: { file: File; system: string }) => {
      const form = new FormData()
      // The server reads the fields that stand before the file.
      if (system !== '') form.append('source', system)
      form.append('file', file, file.name)
      return call<ImportResult>('POST', '/api/imports/messages', form, { timeoutMs: IMPORT_TIMEOUT_MS })
    },
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: importsKey }),
        client.invalidateQueries({ queryKey: deskKey }),
      ]),
  })
}

/** Where the rows that did not come in are fetched, with the reason behind each. */
export const returnedSheet = (importId: string): string => `/api/imports/${importId}/returned`
