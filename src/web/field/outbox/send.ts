import type { Me } from '../../../people/contract.ts'
import { call } from '../../api/call.ts'
import { Problem } from '../../api/problem.ts'
import type { Locker } from './locker.ts'
import type { KeptProblem, Piece } from './piece.ts'
import { bodyOf, pathOf, type Verdict, verdictOf } from './queue.rule.ts'
import { keepFileId, noteGoingOut, noteProblem, picturesOf, removePiece } from './store.ts'

/** What became of sending: taken, with the server's receipt, or not, and why. */
export type Outcome =
  | { readonly kind: 'sent'; readonly receipt: unknown }
  | { readonly kind: Exclude<Verdict, 'photos' | 'again'>; readonly problem: Problem }
  | { readonly kind: 'again'; readonly problem: Problem }

/** One try; the queue itself comes back. */
const once = { retryAfterMs: [] }

async function sendPhotos(locker: Locker, { n, photos }: Piece): Promise<void> {
  if (photos.every(({ fileId }) => fileId !== null)) return
  const pictures = await picturesOf(locker, n)
  for (const [at, { fileId }] of photos.entries()) {
    if (fileId !== null) continue
    const form = new FormData()
    form.append('file', pictures[at]!, 'photo.jpg')
    const sent = await call<{ fileId: string }>('POST', '/api/photos', form, { timeoutMs: 120_000 })
    await keepFileId(n, at, sent.fileId)
  }
}

/** Nothing goes out under another name: whoever is signed in now must be who did it. */
async function mustBe(account: string): Promise<void> {
  const { account: now } = await call<Me>('GET', '/api/me')
  if (now?.id !== account) throw new Problem('refused', { status: 401, code: 'sign_in_needed' })
}

const kept = ({ kind, status, code, facts }: Problem): KeptProblem => ({ kind, status, code, facts })

/**
 * Sends one piece: its photographs first, each kept by the id that the server gave it, then itself. Taken, it is
 * removed; the request id makes a second sending the same act.
 */
export async function sendPiece(locker: Locker, piece: Piece): Promise<Outcome> {
  try {
    await mustBe(piece.account)
    await sendPhotos(locker, piece)
    // As it stands now: its photographs' ids are those that another window may have kept first.
    const ready = await noteGoingOut(locker, piece.n)
    if (ready === null) return { kind: 'sent', receipt: null }
    const receipt = await call<unknown>('POST', pathOf(ready), bodyOf(ready), once)
    await removePiece(piece.n)
    return { kind: 'sent', receipt }
  } catch (error) {
    // Anything else is a fault of this page: it must not hold up the queue as if there were no signal.
    const problem = error instanceof Problem ? error : new Problem('broken', { status: 500 })
    const verdict = verdictOf(kept(problem), piece.tries + 1)
    await noteProblem(locker, piece, kept(problem), {
      stuck: verdict === 'stuck',
      forgetPhotos: verdict === 'photos',
    })
    return { kind: verdict === 'photos' ? 'again' : verdict, problem }
  }
}
