import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import { call } from '../../api/call.ts'
import { newRequestId } from '../../api/identity.ts'
import { useSay } from '../../kit/status.tsx'

/** The same content sent again carries the same request id, so that a lost answer does not do it twice. */
export function useRequestIdFor(): (body: object) => string {
  const last = useRef({ content: '', requestId: '' })
  return (body) => {
    const content = JSON.stringify(body)
    if (last.current.content !== content) last.current = { content, requestId: newRequestId() }
    return last.current.requestId
  }
}

interface Around {
  /** What is said when it is done. */
  readonly done: string
  readonly readAgain: () => Promise<unknown>
  readonly onDone: () => void
  /** Somebody was quicker, say: the page may show how it stands now. */
  readonly onError?: () => Promise<unknown>
}

/** One act on a case beside its stages, at an address below the case's own. */
export function useCaseAct<Body extends object>(caseId: string, act: string, around: Around) {
  const { done, readAgain, onDone, onError } = around
  const say = useSay()
  const requestIdFor = useRequestIdFor()
  return useMutation({
    mutationFn: (body: Body) =>
      call<ActReceipt>('POST', `/api/cases/${caseId}/${act}`, { requestId: requestIdFor(body), ...body }),
    onSuccess: async () => {
      onDone()
      say(done)
      await readAgain()
    },
    ...(onError && { onError }),
  })
}
