import {
  caseWitness,
  emergencyWitness,
  handOverWitness,
  mediationWitness,
  passedWitness,
  powerWitness,
  reportWitness,
  stationWitness,
  whistleWitness,
} from '../cases/door.ts'
import { assessmentWitness } from '../evaluation/door.ts'
import { neighbourWitness } from '../neighbours/door.ts'
import { registerWitness } from '../people/door.ts'
import type { Witness } from '../platform/verify.ts'
import { roundWitness } from '../rounds/door.ts'
import { visitWitness } from '../visits/door.ts'

/** What rooms add to `linli verify`: what their own rows and files prove. */
export const witnesses: readonly Witness[] = [
  caseWitness,
  emergencyWitness,
  handOverWitness,
  whistleWitness,
  mediationWitness,
  passedWitness,
  powerWitness,
  reportWitness,
  stationWitness,
  assessmentWitness,
  neighbourWitness,
  roundWitness,
  registerWitness,
  visitWitness,
]
