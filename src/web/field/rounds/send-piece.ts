import type { QueryClient } from '@tanstack/react-query'
import { sendAct } from '../../api/use-read.ts'
import { uploadPhotos } from '../../shared/upload-photo.ts'
import type { NewPiece } from '../outbox/piece.ts'

/**
 * Sends a piece of work now, or keeps it until there is signal; where this browser keeps nothing it goes now or not at all.
 * @throws Problem where the server says no at once: then nothing is kept, and its form says why.
 */
export async function keepOrSend(
  queries: QueryClient,
  piece: Pick<NewPiece, 'act' | 'about' | 'body' | 'photos' | 'draft'>,
): Promise<'sent' | 'kept'> {
  // With the first thing that is done: what is only read comes without it.
  const { sendOrKeep } = await import('../outbox/outbox.ts')
  const { pathOf } = await import('../outbox/queue.rule.ts')
  const work = { ...piece, caseId: null }
  const outcome = await sendOrKeep(queries, work, async () => {
    const photos = await uploadPhotos(piece.photos.map(({ picture }) => picture))
    await sendAct(pathOf(work), { ...piece.body, ...(piece.act === 'report' ? { photos } : {}) })
    return 'sent'
  })
  if (outcome === 'sent') void queries.invalidateQueries()
  return outcome
}
