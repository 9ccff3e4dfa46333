import { caseWitness, emergencyWitness, whistleWitness } from '../cases/door.ts'
import { neighbourWitness } from '../neighbours/door.ts'
import { registerWitness } from '../people/door.ts'
import type { Witness } from '../platform/verify.ts'

/** What rooms add to `linli verify`: what their own rows and files prove. */
export const witnesses: readonly Witness[] = [
  caseWitness,
  emergencyWitness,
  whistleWitness,
  neighbourWitness,
  registerWitness,
]
