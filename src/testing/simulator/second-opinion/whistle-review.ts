import type { Declared } from './emergencies.ts'
import type { Line } from './story.ts'
import type { ToldWhistle } from './whistle.ts'

/** A whistle that was blown before. */
export interface Before {
  readonly blown: Line
  readonly told: ToldWhistle
  readonly path: readonly string[]
}

/**
 * Whether and when a street looks at a whistle: at a community's first of a kind before it sounds, in an emergency
 * afterwards, and not at all while one is declared there. What was found unwarranted, waits to be looked at, or was blown
 * without being looked at because of an emergency, is no first.
 */
export function reviewOf(
  { data, occurred }: Line,
  path: readonly string[],
  before: readonly Before[],
  declared: readonly Declared[],
): 'none' | 'before' | 'after' {
  const isEmergency = data.situation === 'emergency'
  if (data.blowerKind !== 'community_desk') return 'none'
  if (isEmergency && (isDeclared(declared, path, occurred) || data.drillId !== null)) return 'none'
  const hadOne = before.some(
    ({ blown, told, path: its }) =>
      blown.data.blowerKind === 'community_desk' &&
      blown.data.blowerAreaId === data.blowerAreaId &&
      blown.data.situation === data.situation &&
      told.sounded !== null &&
      (told.warranted ?? (told.review === 'none' && !(isEmergency && isDeclared(declared, its, told.blown)))),
  )
  return hadOne ? 'none' : isEmergency ? 'after' : 'before'
}

const isDeclared = (declared: readonly Declared[], path: readonly string[], minute: number): boolean =>
  declared.some(
    ({ areaId, isDrill, from, until }) =>
      !isDrill && path.includes(areaId) && from <= minute && (until === null || minute < until),
  )

/** Minutes that a whistle gives to sign and to make contact: by the rules with which Linli comes. */
export const minutesOf = (situation: unknown) =>
  situation === 'emergency'
    ? { signMinutes: 30, contactMinutes: 40 }
    : { signMinutes: 60, contactMinutes: 120 }
