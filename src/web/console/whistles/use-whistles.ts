import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WaitingWhistles, Whistle, WhistleReceipt } from '../../../cases/whistle/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { sendAct } from '../../api/use-read.ts'
import { mayDo, useAskAgain, useSignedIn } from '../session/me.ts'

/** Units answer by the minute: a page that stays open looks again. */
const REFRESH_MS = 30_000

const waitingKey = ['whistles', 'count']

/** How many whistles wait for the reader; nobody who sees none asks. */
export function useWaitingWhistles(): WaitingWhistles | undefined {
  const { data } = useQuery({
    queryKey: waitingKey,
    queryFn: ({ signal }) => call<WaitingWhistles>('GET', '/api/whistles/count', undefined, { signal }),
    enabled: mayDo(useSignedIn(), 'whistle.see'),
    refetchInterval: REFRESH_MS,
  })
  return data
}

export const useWhistle = (id: string) =>
  useQuery({
    queryKey: ['whistle', id],
    queryFn: ({ signal }) => call<Whistle>('GET', `/api/whistles/${id}`, undefined, { signal }),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })

/** Somebody was quicker: the page shows how it stands now, and the form says why it did not go through. */
const isBehind = (error: unknown): boolean =>
  isRefusal(error, 'whistle_moved_on') ||
  isRefusal(error, 'whistle_move_not_allowed') ||
  isRefusal(error, 'whistle_not_sounding')

/** One act on a whistle, once however often it is sent. `onDone` comes before the page is read again. */
export function useWhistleAct<Body extends object>(path: string, onDone: (reply: WhistleReceipt) => void) {
  const queries = useQueryClient()
  const again = useAskAgain()
  return useMutation<WhistleReceipt, Error, Body>({
    mutationFn: (body) => sendAct<WhistleReceipt>(path, body),
    onSuccess: async (reply) => {
      onDone(reply)
      await queries.invalidateQueries()
    },
    onError: async (error) => {
      if (isRefusal(error, 'sign_in_needed')) await again.whoIAm()
      if (isBehind(error)) await queries.invalidateQueries()
    },
  })
}
