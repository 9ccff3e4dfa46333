import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { useSay } from '../../kit/status.tsx'
import { uploadPhotos } from '../../shared/upload-photo.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { deskKey } from '../desk/use-desk.ts'
import { useAskAgain } from '../session/me.ts'
import { useWords } from '../words.ts'
import { caseKey } from './use-case.ts'
import { useRequestIdFor } from './use-case-act.ts'

/** The acts of a case as `CaseStory.can` names them, but for those that another part of the page offers. */
export type ActName = keyof ConsoleWords['consoleCase']['acts']

const addresses: Partial<Record<ActName, string>> = { erase: 'erase-reporter' }

interface Sending<Body> {
  readonly body: Body
  /** Sent first; their file ids go into the body. */
  readonly photos?: readonly Blob[]
}

/**
 * One act on a case: sends it, says that it is done, and reads the case and the queues again. The same content sent
 * again carries the same request id, so that a lost answer does not do it twice. `onDone` forgets the draft.
 */
export function useAct<Body extends object>(
  caseId: string,
  act: ActName,
  onDone: () => void,
  address?: string,
) {
  const { done } = useWords().consoleCase
  const say = useSay()
  const client = useQueryClient()
  const again = useAskAgain()
  const requestIdFor = useRequestIdFor()
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: caseKey(caseId) }),
      client.invalidateQueries({ queryKey: deskKey }),
    ])
  return useMutation({
    mutationFn: async ({ body, photos }: Sending<Body>) => {
      const whole = photos === undefined ? body : { ...body, photos: await uploadPhotos(photos) }
      const path = address ?? addresses[act] ?? act
      const requestId = requestIdFor(whole)
      return call<ActReceipt>('POST', `/api/cases/${caseId}/${path}`, { requestId, ...whole })
    },
    onSuccess: async () => {
      onDone()
      say(done[act])
      await readAgain()
    },
    onError: async (error) => {
      // The gate asks for the sign-in; the draft is kept.
      if (isRefusal(error, 'sign_in_needed')) await again.whoIAm()
      // Someone was quicker: show how it stands now.
      if (isRefusal(error, 'version_conflict') || isRefusal(error, 'case_move_not_allowed')) await readAgain()
    },
  })
}
