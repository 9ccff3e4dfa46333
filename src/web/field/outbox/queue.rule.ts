import type { KeptProblem, Piece } from './piece.ts'

type Standing = Pick<Piece, 'n' | 'caseId' | 'state'>

/** Whether an earlier piece of the same case is stuck: what was built on it waits until that is settled. */
export const isHeld = (piece: Standing, pieces: readonly Standing[]): boolean =>
  piece.caseId !== null &&
  pieces.some(({ n, caseId, state }) => n < piece.n && caseId === piece.caseId && state === 'stuck')

/** What is sent next: the first in order that is neither stuck nor held. */
export const nextToSend = <One extends Standing>(pieces: readonly One[]): One | undefined =>
  [...pieces]
    .sort((one, other) => one.n - other.n)
    .find((piece) => piece.state === 'waiting' && !isHeld(piece, pieces))

/**
 * What an answer other than yes means. `later`: no signal, a full or a broken server; `sign_in`: nobody is signed in as
 * whoever did it; `photos`: the server no longer has the photographs; `again`: somebody wrote at the same moment;
 * `stuck`: a no, which the person settles.
 */
export type Verdict = 'later' | 'sign_in' | 'photos' | 'again' | 'stuck'

/** Codes that ask the person to come in again, properly, before anything else. */
const signInFirst: ReadonlySet<string> = new Set([
  'sign_in_needed',
  'client_secret_needed',
  'fresh_sign_in_needed',
  'password_change_needed',
  'second_factor_needed',
])

/** How often what breaks the server, or meets somebody else's act, is tried before the person hears of it. */
export const mostTries = 5

export function verdictOf({ kind, status, code, facts }: KeptProblem, tries: number): Verdict {
  if (kind === 'offline') return 'later'
  // A page that is no answer of ours is a network's own: of a hotel, a hospital. It is as good as none.
  if (kind === 'broken') return status >= 500 && tries >= mostTries ? 'stuck' : 'later'
  if (status === 429 || status === 503) return 'later'
  if (signInFirst.has(code)) return 'sign_in'
  if (tries >= mostTries) return 'stuck'
  if (code === 'not_found' && facts.kind === 'photo') return 'photos'
  return code === 'version_conflict' ? 'again' : 'stuck'
}

const pausesMs = [5_000, 15_000, 60_000, 300_000] as const

/** How long to wait after so many rounds that met no signal. */
export const pauseMs = (rounds: number): number => pausesMs[Math.min(rounds, pausesMs.length - 1)]!

/** Whether it is late after a try in vain: what never went out is from now on; what may have arrived stays as it was. */
export const lateAfter = ({ late, wentOut }: Pick<Piece, 'late' | 'wentOut'>): boolean => late || !wentOut

/** What is sent: the body with its request id, its moment, and the photographs that the server has by now. */
export function bodyOf({ act, body, requestId, doneAt, late, photos }: Piece): object {
  const common = { requestId, ...(late ? { occurredAt: doneAt } : {}) }
  const idsOf = (part: 'found' | 'act') =>
    photos.flatMap((photo) => (photo.part === part && photo.fileId !== null ? [photo.fileId] : []))
  if (act === 'report') return { ...body, ...common, photos: idsOf('found') }
  if (act === 'solved') {
    const { report, ...solved } = body as { report: object }
    const found = { ...report, ...common, photos: idsOf('found') }
    return { ...solved, report: found, photos: idsOf('act') }
  }
  const withPhotos = act === 'note' || act === 'resolve' ? { photos: idsOf('act') } : {}
  return { ...body, ...common, ...withPhotos }
}

export const pathOf = ({ act, caseId }: Pick<Piece, 'act' | 'caseId'>): string => {
  if (act === 'report') return '/api/reports'
  if (act === 'visit') return '/api/visits'
  if (act === 'round') return '/api/rounds'
  if (act === 'check_in') return '/api/grid-days/check-ins'
  return act === 'solved' ? '/api/reports/solved' : `/api/cases/${caseId}/${act}`
}
