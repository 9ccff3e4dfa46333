import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { FieldVisits, LookAfter } from '../../../visits/contract.ts'
import { sendAct } from '../../api/use-read.ts'
import { uploadPhotos } from '../../shared/upload-photo.ts'
import { type DayPages, dayAfter, lookedAfter, storyAfter, visitsAfter } from './after.rule.ts'
import { canKeep, type Locker, openLocker } from './locker.ts'
import type { About, NewPiece, Piece } from './piece.ts'
import { nextToSend, pauseMs } from './queue.rule.ts'
import { type Outcome, sendPiece } from './send.ts'
import { countOthers, putPiece, readPieces, removePiece } from './store.ts'

/** What waits on this phone, as far as its pages may know. */
export interface Standing {
  /** Whose locker is open; null where nobody is signed in. */
  readonly account: string | null
  readonly pieces: readonly Piece[]
  /** How many pieces of other accounts wait here. */
  readonly others: number
  readonly sending: boolean
  /** Sending stopped because nobody is signed in as whoever did the work. */
  readonly needsSignIn: boolean
}

const nothing: Standing = { account: null, pieces: [], others: 0, sending: false, needsSignIn: false }
let standing = nothing
const listeners = new Set<() => void>()

function become(change: Partial<Standing>): void {
  standing = { ...standing, ...change }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls the listener with what waits, now and whenever that changes; answers with its end. */
export function onStanding(listener: (now: Standing) => void): () => void {
  listener(standing)
  return subscribe(() => listener(standing))
}

export const useStanding = (): Standing => useSyncExternalStore(subscribe, () => standing)

/** Reads anew what waits. */
export async function lookAgain(): Promise<Standing> {
  if (!canKeep()) return standing
  const locker = await openLocker()
  const account = locker?.account ?? null
  const [pieces, others] = await Promise.all([
    locker === null ? [] : readPieces(locker),
    countOthers(account),
  ])
  become({ account, pieces, others })
  return standing
}

let running: Promise<void> | null = null
let rounds = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** Called when pieces were answered: what is read changes with them. */
let onAnswered: () => void = () => undefined

/** Sends what waits, one after the other, and comes back by itself while something is left to be sent. */
export function sendAll(): Promise<void> {
  running ??= inTurn(round).finally(() => {
    running = null
    become({ sending: false })
  })
  return running
}

/** One window of this browser sends at a time, where it can say so; elsewhere the request ids keep it to once. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work()
  await navigator.locks.request('linli.outbox', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work()
  })
}

async function round(): Promise<void> {
  clearTimeout(timer)
  const locker = await openLocker()
  if (locker === null) return
  let answered = 0
  for (;;) {
    const next = nextToSend((await lookAgain()).pieces)
    if (next === undefined) break
    become({ sending: true })
    const outcome = await sendPiece(locker, next)
    if (outcome.kind === 'sent' || outcome.kind === 'stuck') answered += 1
    become({ needsSignIn: outcome.kind === 'sign_in' })
    if (outcome.kind === 'later') comeBack()
    if (outcome.kind === 'later' || outcome.kind === 'sign_in') break
  }
  await lookAgain()
  if (answered > 0) {
    rounds = 0
    onAnswered()
  }
}

function comeBack(): void {
  timer = setTimeout(() => void sendAll(), pauseMs(rounds))
  rounds += 1
}

/** Begins to send by itself: now, when the signal is back, when the page is looked at again. Answers with its end. */
export function watch(queries: QueryClient): () => void {
  onAnswered = () => void queries.invalidateQueries()
  const now = () => {
    rounds = 0
    void sendAll()
  }
  const seen = () => document.visibilityState === 'visible' && now()
  window.addEventListener('online', now)
  document.addEventListener('visibilitychange', seen)
  now()
  return () => {
    clearTimeout(timer)
    window.removeEventListener('online', now)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** Draws what was done over what the server last said, for as long as it does not know. */
export function drawOver(
  queries: QueryClient,
  done: Pick<Piece, 'act' | 'caseId' | 'body' | 'doneAt'>,
): void {
  if (done.act === 'visit') {
    over<FieldVisits>(queries, ['/api/field/visits', ''], (plan) => visitsAfter(plan, done.body))
    over<LookAfter>(queries, ['/api/field/look-after', ''], (found) => lookedAfter(found, done))
  }
  if (done.caseId === null) return
  over<DayPages>(queries, ['/api/field/day', 'pages'], (day) => dayAfter(day, done))
  over<CaseStory>(queries, [`/api/cases/${done.caseId}`, ''], (story) => storyAfter(story, done))
}

/** What the page says of how old it is stays as it was. */
function over<Data>(queries: QueryClient, key: readonly string[], after: (before: Data) => Data): void {
  const { data, dataUpdatedAt = 0 } = queries.getQueryState<Data>(key) ?? {}
  if (data !== undefined) queries.setQueryData<Data>(key, after(data), { updatedAt: dataUpdatedAt })
}

/** What a case is called here: by its matter, as the pages have read it. */
function aboutOf(queries: QueryClient, caseId: string): About {
  const day = queries.getQueryData<DayPages>(['/api/field/day', 'pages'])
  const row = day?.pages.flatMap(({ rows }) => rows).find(({ id }) => id === caseId)
  const matter = queries.getQueryData<CaseStory>([`/api/cases/${caseId}`, ''])?.matter ?? row?.matter
  return { zh: matter?.zh ?? '', en: matter?.en ?? '' }
}

/** Keeps a piece of work to be sent. Null where this browser keeps nothing: then it is for now or not at all. */
export async function keepPiece(piece: NewPiece): Promise<Piece | null> {
  const locker = await openLocker()
  if (locker === null) return null
  const kept = await putPiece(locker, piece, piece.requestId === undefined)
  await lookAgain()
  void sendAll()
  return kept
}

/**
 * An act on a case, its photographs first. It is written down before it is sent, so that it is done once whatever dies
 * meanwhile: `sent` where the server took it now, `kept` where it will be sent.
 * @throws Problem where the server says no at once: then nothing is kept, and its form says why.
 */
export async function actOnCase(
  queries: QueryClient,
  caseId: string,
  act: CaseAct,
  { photos = [], ...body }: { readonly photos?: readonly Blob[] } & Readonly<Record<string, unknown>>,
): Promise<'sent' | 'kept'> {
  const pictures = photos.map((picture) => ({ part: 'act', picture }) as const)
  const piece = { act, caseId, about: aboutOf(queries, caseId), body, photos: pictures }
  return sendOrKeep(queries, piece, () => sendNow(caseId, act, photos, body))
}

type CaseAct = Exclude<Piece['act'], 'report' | 'solved' | 'visit' | 'round' | 'check_in'>

/** A visit, as an act on a case: now, or when there is signal. */
export const logVisit = (
  queries: QueryClient,
  about: About,
  body: Readonly<Record<string, unknown>>,
): Promise<'sent' | 'kept'> =>
  sendOrKeep(queries, { act: 'visit', caseId: null, about, body, photos: [] }, async () => {
    await sendAct('/api/visits', body)
    return 'sent'
  })

/** A piece of work sent now where that can be, and else kept. Throws as `actOnCase`. */
export async function sendOrKeep(
  queries: QueryClient,
  work: NewPiece,
  sendUnkept: () => Promise<'sent'>,
): Promise<'sent' | 'kept'> {
  const locker = await openLocker()
  if (locker === null) return sendUnkept()
  const { piece, sending } = await inOrder(async () => {
    const waits = await mustWait()
    const put = await putPiece(locker, work, waits)
    await lookAgain()
    return { piece: put, sending: waits ? null : sendAtOnce(locker, put) }
  })
  if (sending !== null && (await sending)) return 'sent'
  drawOver(queries, piece)
  if (sending === null) void sendAll()
  return 'kept'
}

let lastPress: Promise<unknown> = Promise.resolve()

/** What is pressed is written down one after the other, and goes out in that order. */
function inOrder<Taken>(work: () => Promise<Taken>): Promise<Taken> {
  const taken = lastPress.then(work)
  lastPress = taken.catch(() => undefined)
  return taken
}

/** Whether something stands before it, or there is no signal. A round that only looks whether there is something is let end. */
async function mustWait(): Promise<boolean> {
  if (!navigator.onLine || (await lookAgain()).pieces.length > 0) return true
  await roundLooked()
  return running !== null || (await lookAgain()).pieces.length > 0
}

/** Ends when no round runs, or when the one that runs has begun to send: that may take as long as its photographs do. */
const roundLooked = (): Promise<void> =>
  new Promise((done) => {
    const look = () => {
      if (running !== null && !standing.sending) return
      stop()
      done()
    }
    const stop = subscribe(look)
    look()
  })

async function sendNow(caseId: string, act: string, photos: readonly Blob[], body: object): Promise<'sent'> {
  const withPhotos = act === 'note' || act === 'resolve' ? { photos: await uploadPhotos(photos) } : {}
  await sendAct(`/api/cases/${caseId}/${act}`, { ...body, ...withPhotos })
  return 'sent'
}

async function sendUntilAnswered(locker: Locker, piece: Piece): Promise<Outcome> {
  const outcome = await sendPiece(locker, piece)
  if (outcome.kind !== 'again') return outcome
  const now = (await readPieces(locker)).find(({ n }) => n === piece.n)
  return now === undefined ? outcome : sendUntilAnswered(locker, now)
}

/** Whether the server took it; a no is thrown, and what has no signal stays. */
async function sendAtOnce(locker: Locker, piece: Piece): Promise<boolean> {
  const sending = sendUntilAnswered(locker, piece)
  running = sending.then(
    () => undefined,
    () => undefined,
  )
  const outcome = await sending.finally(() => {
    running = null
  })
  if (outcome.kind === 'stuck' || outcome.kind === 'sign_in') await removePiece(piece.n)
  await lookAgain()
  // What was pressed meanwhile waits behind it.
  if (outcome.kind === 'later') comeBack()
  else void sendAll()
  if (outcome.kind === 'stuck' || outcome.kind === 'sign_in') throw outcome.problem
  return outcome.kind === 'sent'
}
