import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaseClosing } from '../../../cases/closing/closing.contract.ts'
import { call } from '../../api/call.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { caseKey } from '../case/use-case.ts'
import { useCaseAct } from '../case/use-case-act.ts'
import { useWords } from '../words.ts'

/** How a case's closing stands; read again with the case, whose key it carries. */
export const useClosing = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'closing'],
    queryFn: ({ signal }) => call<CaseClosing>('GET', `/api/cases/${caseId}/closing`, undefined, { signal }),
    staleTime: 0,
  })

/** One act on a closing. */
export function useClosingAct<Body extends object>(
  caseId: string,
  act: keyof ConsoleWords['consoleClosings']['done'],
  onDone: () => void = () => {},
) {
  const { done } = useWords().consoleClosings
  const client = useQueryClient()
  // The case, and whatever list shows it.
  const readAgain = () => client.invalidateQueries()
  // Refused, somebody may have been quicker: the page shows how it stands now.
  return useCaseAct<Body>(caseId, act, { done: done[act], readAgain, onDone, onError: readAgain })
}
