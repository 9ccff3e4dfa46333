import { useQuery } from '@tanstack/react-query'
import type { Notice, NoticePage } from '../../notices/contract.ts'
import { call } from '../api/call.ts'

export const noticesKey = ['/api/notices']
const REFRESH_MS = 60_000

/** The reader's latest notices and how many are unread, read again while the page stays open. */
export const useNotices = () =>
  useQuery({
    queryKey: noticesKey,
    queryFn: ({ signal }) => call<NoticePage>('GET', '/api/notices?limit=10', undefined, { signal }),
    refetchInterval: REFRESH_MS,
  })

/** As they are shown: unread emergencies first, each notice once. */
export function shownNotices({ alerts, rows }: Pick<NoticePage, 'alerts' | 'rows'>): readonly Notice[] {
  const first = new Set(alerts.map(({ id }) => id))
  return [...alerts, ...rows.filter(({ id }) => !first.has(id))]
}
