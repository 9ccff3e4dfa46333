import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ActReceipt } from '../../../cases/acts.contract.ts'
import { sendAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { uploadPhotos } from '../../shared/upload-photo.ts'

/** An act on a case, its photographs sent before it. Says `done` and has everything read anew. */
export function useCaseAct(caseId: string, act: string, done: string, onDone?: () => void) {
  const say = useSay()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({
      photos,
      ...body
    }: { readonly photos?: readonly Blob[] } & Record<string, unknown>) =>
      sendAct<ActReceipt>(`/api/cases/${caseId}/${act}`, {
        ...body,
        ...(photos && { photos: await uploadPhotos(photos) }),
      }),
    onSuccess: async () => {
      say(done)
      onDone?.()
      await queries.invalidateQueries()
    },
  })
}
