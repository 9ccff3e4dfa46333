import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'
import type { FieldDay } from '../../../cases/field-day.contract.ts'
import type { Me } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import { Problem } from '../../api/problem.ts'
import { nowMs } from '../../clock.ts'
import type { DayPages } from './after.rule.ts'
import { openDb } from './db.ts'
import { isOver, keepingOf, toForget } from './keeping.rule.ts'
import { canKeep, forgetOthers, openJson, openLocker, openLockerOf, sealJson } from './locker.ts'
import { drawOver, lookAgain, sendAll } from './outbox.ts'
import { isHeld } from './queue.rule.ts'

const pathOf = ([path]: QueryKey): string => (typeof path === 'string' ? path : '')

/**
 * Keeps the answers that are needed without signal, and gives them back when a reading finds none. Answers with its end.
 * `onKept` hears the moment at which what is now shown was read.
 */
export function keepReads(queries: QueryClient, onKept: (savedAtMs: number) => void): () => void {
  const found = ({ queryKey, state }: Query) => {
    const path = pathOf(queryKey)
    if (keepingOf(path) !== null) void heard(queries, path, state.data).catch(unkept)
  }
  const missed = ({ queryKey, state }: Query) => {
    if (state.data === undefined && isOffline(state.fetchFailureReason ?? state.error))
      void giveBack(queries, queryKey, onKept).catch(unkept)
  }
  const sweep = () => {
    if (document.visibilityState === 'visible') void forgetOld().catch(unkept)
  }
  sweep()
  document.addEventListener('visibilitychange', sweep)
  const cache = queries.getQueryCache()
  // What was read, or missed, before this stood here.
  for (const query of cache.getAll()) (query.state.data === undefined ? missed : found)(query)
  const stop = cache.subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    if (action.type === 'success' && action.manual !== true) found(query)
    else if (action.type === 'failed') missed(query)
  })
  return () => {
    document.removeEventListener('visibilitychange', sweep)
    stop()
  }
}

const isOffline = (error: unknown): boolean => error instanceof Problem && error.kind === 'offline'

/** A full phone, a key that is gone: then it is read again when there is signal, as without this. */
const unkept = (): void => undefined

async function heard(queries: QueryClient, path: string, data: unknown): Promise<void> {
  if (path === '/api/me') await heardWho(data as Me)
  await keepAnswer(path, data)
  if (path === '/api/field/day') void readAhead(data as DayPages).catch(unkept)
  await overWaiting(queries, path)
}

/** Whether whoever works here looks after a grid: others are not asked for one. */
let seesGrids = false

/** Whoever is signed in now: their locker opens, and any other's closes with all that was read by it. */
async function heardWho({ account, posts, acts }: Me): Promise<void> {
  const works = account !== null && posts.length > 0
  seesGrids = works && acts.includes('grid.see')
  if (works) await openLockerOf(account.id)
  else await forgetOthers(null)
  await lookAgain()
  if (works) void sendAll()
}

/** Whatever has outlived its hours goes, also where nobody reads its kind again. */
async function forgetOld(): Promise<void> {
  if (!canKeep()) return
  const db = await openDb()
  for (const old of await db.getAll('answers'))
    if (isOver(old, nowMs())) await db.delete('answers', [old.account, old.path])
}

export async function keepAnswer(path: string, data: unknown): Promise<void> {
  const keeping = keepingOf(path)
  const locker = await openLocker()
  if (keeping === null || locker === null) return
  const { account } = locker
  const sealed = await sealJson(locker, data)
  const db = await openDb()
  await db.put('answers', { account, path, kind: keeping.kind, savedAtMs: nowMs(), sealed })
  const alike = (await db.getAll('answers')).filter(({ kind }) => kind === keeping.kind)
  for (const old of toForget(alike, keeping, nowMs())) await db.delete('answers', [old.account, old.path])
}

async function giveBack(
  queries: QueryClient,
  key: QueryKey,
  onKept: (savedAtMs: number) => void,
): Promise<void> {
  const path = pathOf(key)
  const locker = await openLocker()
  if (locker === null) return
  const stored = await (await openDb()).get('answers', [locker.account, path])
  if (stored === undefined || isOver(stored, nowMs())) return
  const data = await openJson<unknown>(locker, stored.sealed)
  if (queries.getQueryData(key) !== undefined) return
  queries.setQueryData(key, data, { updatedAt: stored.savedAtMs })
  onKept(stored.savedAtMs)
  await overWaiting(queries, path)
}

/** What a visit changes. */
const visitReads: readonly string[] = ['/api/field/visits', '/api/field/look-after']

/** Shows again what the server said last of a case and of the day, and over it what still waits. */
export async function drawAnew(queries: QueryClient, caseId: string | null): Promise<void> {
  const locker = await openLocker()
  if (locker === null) return
  for (const key of [
    ['/api/field/day', 'pages'],
    [`/api/cases/${caseId}`, ''],
    ...visitReads.map((path) => [path, '']),
  ]) {
    const stored = await (await openDb()).get('answers', [locker.account, pathOf(key)])
    if (stored === undefined || queries.getQueryData(key) === undefined) continue
    queries.setQueryData(key, await openJson(locker, stored.sealed), { updatedAt: stored.savedAtMs })
    await overWaiting(queries, pathOf(key))
  }
  void queries.invalidateQueries()
}

/** What waits is drawn over what the server said, which knows nothing of it yet. */
async function overWaiting(queries: QueryClient, path: string): Promise<void> {
  const { pieces } = await lookAgain()
  for (const piece of pieces) {
    // What was not taken has not been done: there the server's word stands.
    const counts = piece.state === 'waiting' && !isHeld(piece, pieces)
    const isOn = path === '/api/field/day' || path === `/api/cases/${piece.caseId}`
    if (counts && (isOn || (piece.act === 'visit' && visitReads.includes(path)))) drawOver(queries, piece)
  }
}

/** At most so many cases are read ahead, one after the other. */
const MOST_AHEAD = 30
/** A case that was read a short while ago is not read again. */
const FRESH_MS = 30 * 60_000

/** Reads what belongs to the day's work, so that it opens without signal too: the catalogue, the grid, each case. */
async function readAhead({ pages }: { readonly pages: readonly FieldDay[] }): Promise<void> {
  const mine = pages.flatMap(({ rows }) => rows).filter(({ next }) => next !== null)
  const cases = mine.slice(0, MOST_AHEAD).map(({ id }) => `/api/cases/${id}`)
  const grids = seesGrids
    ? [
        '/api/my/grids',
        '/api/field/visits',
        '/api/emergencies/mine',
        '/api/field/look-after',
        '/api/field/rounds',
        '/api/field/grid-days',
      ]
    : []
  for (const path of ['/api/matters', ...grids, ...cases]) await readOneAhead(path).catch(unkept)
}

async function readOneAhead(path: string): Promise<void> {
  const locker = await openLocker()
  if (locker === null || !navigator.onLine) return
  const stored = await (await openDb()).get('answers', [locker.account, path])
  if (stored === undefined || nowMs() - stored.savedAtMs > FRESH_MS)
    await keepAnswer(path, await call<unknown>('GET', path))
}
