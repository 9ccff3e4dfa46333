import type { QueryClient } from '@tanstack/react-query'
import { keepDraft, keptDraft } from '../../api/draft.ts'
import { keepPhotos, keptPhotos } from '../../shared/kept-photos.ts'
import { layAside } from '../report/aside.ts'
import { REPORT } from '../report/report-keys.ts'
import { drawAnew } from './kept-reads.ts'
import { openLocker } from './locker.ts'
import { lookAgain, sendAll } from './outbox.ts'
import type { Piece } from './piece.ts'
import { picturesOf, removePiece, sayAgain } from './store.ts'

/** Sends it again, as done now, by whoever has seen how things stand. `change` is laid over what was written. */
export async function sendAgain(piece: Piece, change: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const locker = await openLocker()
  if (locker === null) return
  const { report } = piece.body
  const body =
    piece.act === 'solved' && typeof report === 'object'
      ? { ...piece.body, report: { ...report, ...change } }
      : { ...piece.body, ...change }
  await sayAgain(locker, piece, body)
  await lookAgain()
  void sendAll()
}

/** Takes it out of the queue for good. */
export async function discard(queries: QueryClient, piece: Piece): Promise<void> {
  await removePiece(piece.n)
  await lookAgain()
  await drawAnew(queries, piece.caseId)
  void sendAll()
}

/**
 * Puts it back into its form, or into that of a note, and takes it out of the queue. Answers with the form's address.
 * First it stands in the form's draft and then it goes: whatever dies in between, it is there. What was begun in that form
 * is not lost either: a report is laid aside, a note stands behind what comes back.
 */
export async function backToForm(
  queries: QueryClient,
  piece: Piece,
  as: 'note' | 'resolve' | 'report',
): Promise<string> {
  const locker = await openLocker()
  const pictures = locker === null ? [] : await picturesOf(locker, piece.n)
  const ofPart = (part: 'found' | 'act') => pictures.filter((_, at) => piece.photos[at]?.part === part)
  if (as === 'report') {
    await layAside()
    keepDraft(REPORT, piece.draft ?? {})
    await keepPhotos(`${REPORT}.found`, ofPart('found'))
    await keepPhotos(`${REPORT}.solved`, ofPart('act'))
  } else {
    const key = `${as}.${piece.caseId}`
    const notes = [piece.body.note, keptDraft<{ readonly note?: string }>(key)?.note]
    keepDraft(key, { note: notes.filter(Boolean).join('\n') })
    await keepPhotos(key, [...ofPart('act'), ...(await keptPhotos(key))])
  }
  await discard(queries, piece)
  return as === 'report' ? '/report' : `/case/${piece.caseId}/${as}`
}
