import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'

/** Of acts without signal nothing is fetched until one is done. */
const outbox = () => import('../outbox/outbox.ts')

/** An act on a case, its photographs sent before it: now, or when there is signal. Says so, and has everything read anew. */
export function useCaseAct(
  caseId: string,
  act: 'sign' | 'arrive' | 'note' | 'resolve' | 'request',
  done: string,
  {
    onDone,
    found,
  }: {
    onDone?(): void
    /** What the phone finds out by itself when it is pressed. */
    found?(): Promise<Readonly<Record<string, unknown>>>
  } = {},
) {
  const { kept } = useWords().field
  const say = useSay()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: { readonly photos?: readonly Blob[] } & Record<string, unknown>) =>
      (await outbox()).actOnCase(queries, caseId, act, { ...body, ...(await found?.()) }),
    onSuccess: async (how) => {
      say(how === 'kept' ? kept : done)
      onDone?.()
      if (how === 'sent') await queries.invalidateQueries()
    },
  })
}
