import { shrinkPhoto } from '../../kit/shrink-photo.ts'

const carried = new Map<string, readonly Blob[]>()

/** Takes photographs along from a card to the form that keeps its draft under this key. That form keeps them. */
export const carryPhotos = (keptAs: string, files: readonly Blob[]): void => {
  carried.set(keptAs, files)
}

export const isCarrying = (keptAs: string): boolean => carried.has(keptAs)

/** The photographs that were carried here, made small; each is handed out once. Files that are no pictures stay behind. */
export async function takeCarriedPhotos(keptAs: string): Promise<readonly Blob[]> {
  const files = carried.get(keptAs) ?? []
  carried.delete(keptAs)
  const shrunk = await Promise.allSettled(files.map(shrinkPhoto))
  return shrunk.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
