import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ActReceipt } from '../../../../cases/acts.contract.ts'
import type { LadderView } from '../../../../cases/ladder/press.contract.ts'
import { call } from '../../../api/call.ts'
import { newRequestId } from '../../../api/identity.ts'
import { useSay } from '../../../kit/status.tsx'
import type { ConsoleWords } from '../../../words/console.ts'
import { deskKey } from '../../desk/use-desk.ts'
import { useWords } from '../../words.ts'
import { caseKey } from '../use-case.ts'

/** What the ladder of a case says next; read again with the case, whose key it carries. */
export const useLadder = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'ladder'],
    queryFn: ({ signal }) => call<LadderView>('GET', `/api/cases/${caseId}/ladder`, undefined, { signal }),
    staleTime: 0,
  })

/** One act of supervision. The same content sent again carries the same request id. */
export function useLadderAct<Body extends object>(
  caseId: string,
  act: keyof ConsoleWords['consoleLadder']['done'],
  onDone: () => void = () => {},
) {
  const { done } = useWords().consoleLadder
  const say = useSay()
  const client = useQueryClient()
  const last = useRef({ content: '', requestId: '' })
  // The desk too: instructions stand above its queues.
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: caseKey(caseId) }),
      client.invalidateQueries({ queryKey: deskKey }),
    ])
  return useMutation({
    mutationFn: (body: Body) => {
      const content = JSON.stringify(body)
      if (last.current.content !== content) last.current = { content, requestId: newRequestId() }
      return call<ActReceipt>('POST', `/api/cases/${caseId}/${act}`, {
        requestId: last.current.requestId,
        ...body,
      })
    },
    onSuccess: async () => {
      onDone()
      say(done[act])
      await readAgain()
    },
    // Somebody was quicker: show how it stands now.
    onError: readAgain,
  })
}
