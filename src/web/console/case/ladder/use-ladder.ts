import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { LadderView } from '../../../../cases/ladder/press.contract.ts'
import { call } from '../../../api/call.ts'
import type { ConsoleWords } from '../../../words/console.ts'
import { deskKey } from '../../desk/use-desk.ts'
import { useWords } from '../../words.ts'
import { caseKey } from '../use-case.ts'
import { useCaseAct } from '../use-case-act.ts'

/** What the ladder of a case says next; read again with the case, whose key it carries. */
export const useLadder = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'ladder'],
    queryFn: ({ signal }) => call<LadderView>('GET', `/api/cases/${caseId}/ladder`, undefined, { signal }),
    staleTime: 0,
  })

/** One act of supervision. */
export function useLadderAct<Body extends object>(
  caseId: string,
  act: keyof ConsoleWords['consoleLadder']['done'],
  onDone: () => void = () => {},
) {
  const { done } = useWords().consoleLadder
  const client = useQueryClient()
  // The desk too: instructions stand above its queues.
  const readAgain = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: caseKey(caseId) }),
      client.invalidateQueries({ queryKey: deskKey }),
    ])
  return useCaseAct<Body>(caseId, act, { done: done[act], readAgain, onDone, onError: readAgain })
}
