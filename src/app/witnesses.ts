import { caseWitness } from '../cases/door.ts'
import type { Witness } from '../platform/verify.ts'

/** What rooms add to `linli verify`: lines that their own rows prove were written. */
export const witnesses: readonly Witness[] = [caseWitness]
