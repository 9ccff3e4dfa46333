import type { Random } from '../../kernel/random.ts'
import type { StaffName } from '../world-people.ts'
import type { UnitName } from '../world-units.ts'
import type { Closing } from './second-opinion/closing.ts'
import type { ToldPart } from './second-opinion/story.ts'
import { type Character, characters } from './town.ts'

export type Actor = StaffName | 'reporter'

/** What somebody means to do with a case, and how many minutes from now. */
export interface Wish {
  readonly by: Actor
  readonly verb: string
  readonly body: object
  /** Of an act on what a unit asked for. */
  readonly requestId?: string
  readonly waits: number
  /** Done in the evening or at night; else in office hours. */
  readonly atNight: boolean
  readonly withPhoto?: boolean
  /** Sent so many minutes after it was done. */
  readonly sentLater?: number
}

/** A wish and how likely it is beside the others. */
export type Likely = readonly [weight: number, wish: Wish]

/** What those who wish know of the town. */
export interface Known {
  readonly random: Random
  readonly unitName: (unitId: string) => UnitName
  readonly unitId: (name: UnitName) => string
  /** What no hollow closing leaves to be done with the case. */
  readonly closing: Closing
  /** Another open case of the same place, if there is one. */
  readonly another: () => string | null
  /** Today and later, as YYYY-MM-DD. */
  readonly dayAhead: (days: number) => string
}

/** A wish as it is unless something more is said of it. */
export const wish = (
  by: Actor,
  verb: string,
  body: object,
  waits: number,
  more: Partial<Wish> = {},
): Wish => ({
  by,
  verb,
  body,
  waits,
  atNight: false,
  ...more,
})

export const minutes = (random: Random, [least, most]: readonly [number, number]): number =>
  Math.floor(random.between(least, most))

/** How the people of a part's unit are; null where nobody acts for it. */
export function characterOf(part: ToldPart, known: Known): readonly [StaffName, Character] | null {
  return characters[known.unitName(part.unitId)] ?? null
}
