import { checkFile } from '../platform/files.ts'
import type { Flaw, Witness } from '../platform/verify.ts'
import { otherPhotos, shownFiles } from './photo-witness.sql.ts'

const atOnce = 8

/** A photograph is what its sealed text says, and its file is what its name says. */
export const photoWitness: Witness = async (db, { dataFolder }) => {
  const flaws = await otherPhotos(db)
  const shown = await shownFiles(db)
  for (let from = 0; from < shown.length; from += atOnce) {
    const found = await Promise.all(
      shown.slice(from, from + atOnce).map(async (photo): Promise<Flaw[]> => {
        const standing = await checkFile(dataFolder, photo.sha256)
        if (standing === 'whole') return []
        const about = `photograph of case ${photo.number}: file ${photo.sha256.toString('hex')}`
        return [{ kind: `file_${standing}`, chain: photo.chain, n: null, about }]
      }),
    )
    flaws.push(...found.flat())
  }
  return flaws
}
