import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { FoundAccounts } from '../../../people/accounts.contract.ts'
import type { OpenAccount, OpenedAccount } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { withQuery } from '../../api/use-read.ts'
import { useAskAgain } from '../session/me.ts'

export const accountsKey = ['accounts']

/** Staff accounts that match, read on by key. */
export const useAccounts = (query: Readonly<Record<string, string | undefined>>) =>
  useInfiniteQuery({
    queryKey: [...accountsKey, query],
    queryFn: ({ pageParam, signal }) =>
      call<FoundAccounts>('GET', withQuery('/api/accounts', { ...query, after: pageParam }), undefined, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

/** Opens an account. Not by a request id, which would be kept with the password: a name that is taken says it was done. */
export function useOpenAccount(onOpened: (body: OpenAccount) => void) {
  const client = useQueryClient()
  const { whoIAm } = useAskAgain()
  return useMutation({
    mutationFn: (body: OpenAccount) => call<OpenedAccount>('POST', '/api/accounts', body),
    onSuccess: (_opened, body) => onOpened(body),
    onError: (error) => (isRefusal(error, 'sign_in_needed') ? whoIAm() : undefined),
    // Also when no answer came: the list shows how it stands.
    onSettled: () => client.invalidateQueries({ queryKey: accountsKey }),
  })
}
