import { metresBetween } from '../../kernel/metres.ts'
import type { Point } from '../contract.ts'

/** Where a unit reports from: at the spot, elsewhere, or nobody can tell. */
export interface Reported {
  readonly from: 'spot' | 'elsewhere' | 'unknown'
  /** From the spot, in steps of ten metres; null where the whistle has no point, or the report none. */
  readonly metres: number | null
}

/**
 * Holds a report to the spot: the whistle's point within so many metres, or where it has none the whistle's area.
 * `inArea` says whether the point of the report lies in that area.
 */
export function reportedFrom(
  spot: Point | null,
  here: Point | null,
  { spotMetres, inArea }: { readonly spotMetres: number; readonly inArea: boolean },
): Reported {
  if (here === null) return { from: 'unknown', metres: null }
  if (spot === null) return { from: inArea ? 'spot' : 'elsewhere', metres: null }
  const metres = metresBetween(spot, here)
  return { from: metres <= spotMetres ? 'spot' : 'elsewhere', metres: Math.round(metres / 10) * 10 }
}
