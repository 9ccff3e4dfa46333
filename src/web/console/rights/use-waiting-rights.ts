import { useQuery } from '@tanstack/react-query'
import type { WaitingRights } from '../../../people/rights/contract.ts'
import { call } from '../../api/call.ts'
import { mayDo, useSignedIn } from '../session/me.ts'

/** Others at the desk answer too: a page that stays open counts again. */
const REFRESH_MS = 60_000

/** How many requests about personal data wait for the reader; nobody who may answer none asks. */
export function useWaitingRights(): WaitingRights | undefined {
  const { data } = useQuery({
    queryKey: ['rights', 'count'],
    queryFn: ({ signal }) => call<WaitingRights>('GET', '/api/rights/count', undefined, { signal }),
    enabled: mayDo(useSignedIn(), 'rights.answer'),
    refetchInterval: REFRESH_MS,
  })
  return data
}
