// Photographs of a draft, in the browser's own database: they do not fit where the words are kept (api/draft.ts).
import { useCallback, useEffect, useState } from 'react'
import { nowMs } from '../clock.ts'

/** As long as the words of a draft. */
const KEPT_DAYS = 7
const STORE = 'photos'

/** As bytes, since Safari 14 refuses to store pictures in a private window but takes bytes. */
interface KeptPhotos {
  readonly savedAtMs: number
  readonly pictures: readonly ArrayBuffer[]
}

const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('linli', 1)
  request.onupgradeneeded = () => request.result.createObjectStore(STORE)
  return answered(request)
}

async function withStore<Value>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const db = await opened()
  try {
    return await answered(work(db.transaction(STORE, mode).objectStore(STORE)))
  } finally {
    db.close()
  }
}

const isOver = ({ savedAtMs }: KeptPhotos): boolean => nowMs() - savedAtMs >= KEPT_DAYS * 86_400_000

const read = (key: IDBValidKey) =>
  withStore('readonly', (store) => store.get(key) as IDBRequest<KeptPhotos | undefined>)
const forget = (key: IDBValidKey) => withStore('readwrite', (store) => store.delete(key))

/** Takes away what is older than its days, under every key: phones are lent. */
async function forgetOld(): Promise<void> {
  for (const key of await withStore('readonly', (store) => store.getAllKeys())) {
    const kept = await read(key)
    if (kept !== undefined && isOver(kept)) await forget(key)
  }
}

/** Keeps the photographs of a form; none forgets them. Rejects where the browser keeps nothing. */
export async function keepPhotos(key: string, photos: readonly Blob[]): Promise<void> {
  if (photos.length === 0) return forget(key)
  const pictures = await Promise.all(photos.map((photo) => photo.arrayBuffer()))
  const kept: KeptPhotos = { savedAtMs: nowMs(), pictures }
  await withStore('readwrite', (store) => store.put(kept, key))
}

/** The photographs kept under this key. Rejects where the browser keeps nothing. */
export async function keptPhotos(key: string): Promise<readonly Blob[]> {
  await forgetOld()
  const kept = await read(key)
  return (kept?.pictures ?? []).map((bytes) => new Blob([bytes], { type: 'image/jpeg' }))
}

/** Whether photographs are kept under this key; none where the browser keeps nothing. */
export const hasKeptPhotos = (key: string): Promise<boolean> =>
  keptPhotos(key).then(
    (photos) => photos.length > 0,
    () => false,
  )

/** A full phone, a private window: then photographs are kept for this visit only, as the words are. */
const forThisVisitOnly = (): void => undefined

/** Photographs of a form that survive a closed page: `[photos, setPhotos]`. An empty list forgets them. */
export function useKeptPhotos(key: string) {
  const [photos, setState] = useState<readonly Blob[]>([])
  const setPhotos = useCallback(
    (next: readonly Blob[]) => {
      setState(next)
      keepPhotos(key, next).catch(forThisVisitOnly)
    },
    [key],
  )
  useEffect(() => {
    let isHere = true
    keptPhotos(key)
      // Whatever was chosen meanwhile counts more than what was kept.
      .then((found) => isHere && setState((before) => (before.length === 0 ? found : before)))
      .catch(forThisVisitOnly)
    return () => {
      isHere = false
    }
  }, [key])
  return [photos, setPhotos] as const
}
