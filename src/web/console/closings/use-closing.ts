import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import type { CaseClosing } from '../../../cases/closing/closing.contract.ts'
import { call } from '../../api/call.ts'
import { newRequestId } from '../../api/identity.ts'
import { useSay } from '../../kit/status.tsx'
import type { ConsoleWords } from '../../words/console.ts'
import { caseKey } from '../case/use-case.ts'
import { useWords } from '../words.ts'

/** How a case's closing stands; read again with the case, whose key it carries. */
export const useClosing = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'closing'],
    queryFn: ({ signal }) => call<CaseClosing>('GET', `/api/cases/${caseId}/closing`, undefined, { signal }),
    staleTime: 0,
  })

/** One act on a closing. The same content sent again carries the same request id. */
export function useClosingAct<Body extends object>(
  caseId: string,
  act: keyof ConsoleWords['consoleClosings']['done'],
  onDone: () => void = () => {},
) {
  const { done } = useWords().consoleClosings
  const say = useSay()
  const client = useQueryClient()
  const last = useRef({ content: '', requestId: '' })
  // The case, and whatever list shows it.
  const readAgain = () => client.invalidateQueries()
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
  })
}
