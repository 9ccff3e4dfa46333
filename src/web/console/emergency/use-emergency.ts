import { useQuery } from '@tanstack/react-query'
import type { AreaPage } from '../../../areas/contract.ts'
import type { Emergency } from '../../../cases/emergency/contract.ts'
import type { Name } from '../../../kernel/names.ts'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { useSignedIn } from '../session/me.ts'

/** What comes in and who answers changes by the minute: a page that stays open looks again while it is on. */
const REFRESH_MS = 20_000

export const useEmergency = (id: string) =>
  useQuery({
    queryKey: ['emergency', id],
    queryFn: ({ signal }) => call<Emergency>('GET', `/api/emergencies/${id}`, undefined, { signal }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : REFRESH_MS),
  })

type DeclarableArea = Name & { readonly id: string }

/** Where the reader may declare: the district and its streets for the centre, a street for itself. */
export function useDeclarableAreas(): readonly DeclarableArea[] {
  const { posts } = useSignedIn()
  const own = posts
    .filter(({ kind }) => kind === 'centre' || kind === 'street_desk')
    .map(({ area }) => ({ id: area.id, nameZh: area.nameZh, nameEn: area.nameEn }))
  const isCentre = posts.some(({ kind }) => kind === 'centre')
  const { data } = useRead<AreaPage>(isCentre ? '/api/areas?limit=500' : null, { staleMs: 300_000 })
  const streets = (data?.areas ?? [])
    .filter(({ kind }) => kind === 'street')
    .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }))
  return [...new Map([...own, ...streets].map((area) => [area.id, area])).values()]
}
