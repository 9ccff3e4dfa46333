import { useQuery } from '@tanstack/react-query'
import type { Duplicate, Suggestions } from '../../../cases/screening.contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { call } from '../../api/call.ts'

const REFRESH_MS = 60_000

export const caseKey = (id: string) => ['case', id]

/** The whole story of a case, read anew whenever it is opened; its clocks run on while the page stands open. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: caseKey(id),
    queryFn: ({ signal }) => call<CaseStory>('GET', `/api/cases/${id}`, undefined, { signal }),
    staleTime: 0,
    refetchInterval: REFRESH_MS,
  })

/** Matters that the case's words point to, and the unit that the catalogue names for its matter. */
export const useSuggestions = (id: string) =>
  useQuery({
    queryKey: [...caseKey(id), 'suggestions'],
    queryFn: ({ signal }) => call<Suggestions>('GET', `/api/cases/${id}/suggestions`, undefined, { signal }),
  })

export const useDuplicates = (id: string) =>
  useQuery({
    queryKey: [...caseKey(id), 'duplicates'],
    queryFn: ({ signal }) =>
      call<{ duplicates: Duplicate[] }>('GET', `/api/cases/${id}/duplicates`, undefined, { signal }),
  })
