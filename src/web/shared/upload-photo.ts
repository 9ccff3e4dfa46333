import { call } from '../api/call.ts'

/** Pictures that the server has already: a form sent again does not send them again. */
const known = new WeakMap<Blob, string>()

async function upload(photo: Blob): Promise<string> {
  const before = known.get(photo)
  if (before !== undefined) return before
  const form = new FormData()
  form.append('file', photo, 'photo.jpg')
  const { fileId } = await call<{ fileId: string }>('POST', '/api/photos', form, { timeoutMs: 120_000 })
  known.set(photo, fileId)
  return fileId
}

/** Sends pictures one after the other, as a weak line bears it, and answers with their file ids in order. */
export async function uploadPhotos(photos: readonly Blob[]): Promise<string[]> {
  const ids: string[] = []
  for (const photo of photos) ids.push(await upload(photo))
  return ids
}

/** Where a photograph is read: small for a row of pictures, full to look closely. */
export const photoAddress = (fileId: string, size: 'small' | 'full'): string =>
  `/api/photos/${fileId}?size=${size}`
