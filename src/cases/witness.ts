import type { Witness } from '../platform/verify.ts'
import { photoWitness } from './photo-witness.ts'
import { rowWitness } from './row-witness.sql.ts'
import { shortStories, silentErasures } from './witness.sql.ts'

/** What the room's own rows and files prove: whole stories, lawful erasures, rows and photographs as the lines say. */
export const caseWitness: Witness = async (...at) => [
  ...(await shortStories(...at)),
  ...(await silentErasures(...at)),
  ...(await rowWitness(...at)),
  ...(await photoWitness(...at)),
]
