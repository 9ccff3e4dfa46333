import { newRequestId } from '../../api/identity.ts'
import { nowMs } from '../../clock.ts'
import { openDb, type StoredPiece } from './db.ts'
import { type Locker, openBytes, openJson, sealBytes, sealJson } from './locker.ts'
import type { KeptProblem, NewPiece, Piece } from './piece.ts'
import { lateAfter } from './queue.rule.ts'

type Secret = Pick<Piece, 'about' | 'body' | 'draft' | 'requestId' | 'problem'>

const secretOf = ({ about, body, draft, requestId, problem }: Secret): Secret => ({
  about,
  body,
  draft,
  requestId,
  problem,
})

async function readPiece(locker: Locker, stored: StoredPiece): Promise<Piece> {
  const { n, account, caseId, act, doneAt, late, wentOut = !late, state, tries, photos } = stored
  return {
    ...(await openJson<Secret>(locker, stored.sealed)),
    ...{ n: n!, account, caseId, act, doneAt, late, wentOut, state, tries },
    photos: photos.map(({ part, fileId }) => ({ part, fileId })),
  }
}

/** Writes a piece behind all others of this phone; once this has answered, it is there whatever happens. */
export async function putPiece(locker: Locker, piece: NewPiece, late: boolean): Promise<Piece> {
  const { caseId, act } = piece
  const stored: StoredPiece = {
    ...{ account: locker.account, caseId, act, state: 'waiting', tries: 0, late },
    // With an id of before it has been out already.
    wentOut: piece.requestId !== undefined,
    doneAt: new Date(nowMs()).toISOString(),
    sealed: await sealJson(locker, secretOf({ requestId: newRequestId(), ...piece, problem: null })),
    photos: await Promise.all(
      piece.photos.map(async ({ part, picture, fileId = null }) => ({
        part,
        fileId,
        sealed: await sealBytes(locker, await picture.arrayBuffer()),
      })),
    ),
  }
  // Strictly: said to be kept, it stands on the disk and not in the browser's memory.
  const step = (await openDb()).transaction('pieces', 'readwrite', { durability: 'strict' })
  const n = await step.store.add(stored)
  await step.done
  return readPiece(locker, { ...stored, n })
}

/** What waits of this locker's account, in the order in which it was done. */
export async function readPieces(locker: Locker): Promise<readonly Piece[]> {
  const stored = await (await openDb()).getAllFromIndex('pieces', 'account', locker.account)
  return Promise.all(stored.map((one) => readPiece(locker, one)))
}

/** How many pieces of other accounts wait here; of what, nobody can read. */
export async function countOthers(account: string | null): Promise<number> {
  const db = await openDb()
  const all = await db.count('pieces')
  return account === null ? all : all - (await db.countFromIndex('pieces', 'account', account))
}

export const removePiece = async (n: number): Promise<void> => (await openDb()).delete('pieces', n)

/** Changes what is kept of a piece; null where it is gone. Another window may have changed it: the change is one step. */
async function change(
  n: number,
  to: (stored: StoredPiece) => Partial<StoredPiece>,
  durability: IDBTransactionDurability = 'default',
): Promise<StoredPiece | null> {
  const step = (await openDb()).transaction('pieces', 'readwrite', { durability })
  const stored = await step.store.get(n)
  if (stored !== undefined) await step.store.put({ ...stored, ...to(stored) })
  await step.done
  return stored === undefined ? null : { ...stored, ...to(stored) }
}

/** Keeps the server's id of a photograph. The first one stands: a body that was sent once is sent the same again. */
export const keepFileId = async (n: number, at: number, fileId: string): Promise<void> => {
  await change(n, ({ photos }) => ({
    photos: photos.map((photo, index) =>
      index === at && photo.fileId === null ? { ...photo, fileId } : photo,
    ),
  }))
}

/**
 * Notes that it goes out, before it does: from then on it is sent as it stands here, by whatever window. Answers with
 * it; null where it is gone.
 */
export async function noteGoingOut(locker: Locker, n: number): Promise<Piece | null> {
  const stored = await change(n, () => ({ wentOut: true }), 'strict')
  return stored === null ? null : readPiece(locker, stored)
}

/** Notes why it was not taken, and whether a person must settle it. */
export async function noteProblem(
  locker: Locker,
  piece: Piece,
  problem: KeptProblem,
  { stuck, forgetPhotos = false }: { readonly stuck: boolean; readonly forgetPhotos?: boolean },
): Promise<void> {
  const sealed = await sealJson(locker, secretOf({ ...piece, problem }))
  await change(piece.n, ({ tries, photos, late, wentOut = !late }) => ({
    sealed,
    late: lateAfter({ late, wentOut }),
    state: stuck ? 'stuck' : 'waiting',
    // Having no signal is nothing that was tried.
    tries: problem.kind === 'offline' ? tries : tries + 1,
    ...(forgetPhotos ? { photos: photos.map((photo) => ({ ...photo, fileId: null })) } : {}),
  }))
}

/** The person has looked and says it again, of now: another act, with an id of its own. */
export async function sayAgain(locker: Locker, piece: Piece, body = piece.body): Promise<void> {
  const sealed = await sealJson(
    locker,
    secretOf({ ...piece, body, requestId: newRequestId(), problem: null }),
  )
  await change(piece.n, () => ({
    sealed,
    state: 'waiting',
    tries: 0,
    late: true,
    wentOut: false,
    doneAt: new Date(nowMs()).toISOString(),
  }))
}

/** The pictures of a piece, in its order. */
export async function picturesOf(locker: Locker, n: number): Promise<readonly Blob[]> {
  const stored = await (await openDb()).get('pieces', n)
  const pictures = await Promise.all((stored?.photos ?? []).map(({ sealed }) => openBytes(locker, sealed)))
  return pictures.map((bytes) => new Blob([bytes], { type: 'image/jpeg' }))
}
