import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MediationReceipt } from '../../../cases/mediation/contract.ts'
import type { MediationView, WaitingMediations } from '../../../cases/mediation/page.contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { sendAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

const REFRESH_MS = 60_000

/** How many mediations wait for the reader's committee; nobody who conducts none asks. */
export function useWaitingMediations(): WaitingMediations | undefined {
  const { data } = useQuery({
    queryKey: ['mediations', 'count'],
    queryFn: ({ signal }) => call<WaitingMediations>('GET', '/api/mediations/count', undefined, { signal }),
    enabled: mayDo(useSignedIn(), 'mediation.conduct'),
    refetchInterval: REFRESH_MS,
  })
  return data
}

export const useMediation = (id: string) =>
  useQuery({
    queryKey: ['mediation', id],
    queryFn: ({ signal }) => call<MediationView>('GET', `/api/mediations/${id}`, undefined, { signal }),
  })

/** One act on a mediation, once however often it is sent; then the page is read again. */
export function useMediationAct<Body extends object, Reply = MediationReceipt>(
  path: string,
  onDone?: (reply: Reply) => void,
) {
  const queries = useQueryClient()
  const say = useSay()
  const { done } = useWords().consoleMediation
  return useMutation<Reply, Error, Body>({
    mutationFn: (body) => sendAct<Reply>(path, body),
    onSuccess: async (reply) => {
      onDone?.(reply)
      say(done)
      await queries.invalidateQueries()
    },
    // Somebody was quicker: the page shows how it stands now.
    onError: async (error) => {
      if (isRefusal(error, 'mediation_moved_on') || isRefusal(error, 'mediation_move_not_allowed'))
        await queries.invalidateQueries()
    },
  })
}
