import { shrinkPhoto } from '../../kit/shrink-photo.ts'

const carried = new Map<string, readonly Blob[]>()

/** Takes photographs along from a card to the page of the act. The form that takes them keeps them. */
export const carryPhotos = (caseId: string, files: readonly Blob[]): void => {
  carried.set(caseId, files)
}

/** The photographs that were carried here, made small; each is handed out once. Files that are no pictures stay behind. */
export async function takeCarriedPhotos(caseId: string): Promise<readonly Blob[]> {
  const files = carried.get(caseId) ?? []
  carried.delete(caseId)
  const shrunk = await Promise.allSettled(files.map(shrinkPhoto))
  return shrunk.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
